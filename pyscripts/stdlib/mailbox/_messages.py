"""The messages of each format: an email message and what the format knows of it besides.

A message made of another format's message takes over what both formats can say. Each class reads that from `_State`,
the terms that all formats share, and writes its own into one.
"""

import email
import email.message
import io
import time


class _State:
    """What is known of a message, in terms of all formats; None where the format cannot say."""

    def __init__(self, **known):
        self.read = self.old = self.replied = self.flagged = self.deleted = self.draft = self.passed = False
        self.date = None
        self.__dict__.update(known)


class Message(email.message.Message):
    """Message with mailbox-format-specific properties."""

    def __init__(self, message=None):
        if isinstance(message, email.message.Message):
            self._become_message(_copied(message))
            if isinstance(message, Message):
                message._explain_to(self)
        elif isinstance(message, bytes):
            self._become_message(email.message_from_bytes(message))
        elif isinstance(message, str):
            self._become_message(email.message_from_string(message))
        elif isinstance(message, io.TextIOWrapper):
            self._become_message(email.message_from_file(message))
        elif hasattr(message, "read"):
            self._become_message(email.message_from_binary_file(message))
        elif message is None:
            super().__init__()
        else:
            raise TypeError(f"Invalid message type: {type(message)}")

    def _become_message(self, message):
        own = getattr(message, "_type_specific_attributes", ())
        for name, value in vars(message).items():
            if name not in own:
                self.__dict__[name] = value

    def _explain_to(self, message):
        """Tell another message what this one knows."""
        if not isinstance(message, Message):
            raise TypeError("Cannot convert to specified type")
        if type(self) is Message or type(message) is Message:
            return
        if isinstance(message, type(self)) or isinstance(self, type(message)):
            for name in self._type_specific_attributes:
                setattr(message, name, _copied(getattr(self, name)))
        elif isinstance(self, _mboxMMDFMessage) and isinstance(message, _mboxMMDFMessage):
            message.set_flags(self.get_flags())
            message.set_from(self.get_from())
        else:
            message._adopt(self._state())

    # Attributes that belong to the format, not to the email.
    _type_specific_attributes = ()


def _copied(value):
    import copy

    return copy.deepcopy(value)


class _Flags:
    """Flags of one letter each, in order."""

    def add_flag(self, flag):
        """Set the given flag(s) without changing others."""
        self.set_flags("".join(set(self.get_flags()) | set(flag)))

    def remove_flag(self, flag):
        """Unset the given string flag(s) without changing others."""
        if self.get_flags():
            self.set_flags("".join(set(self.get_flags()) - set(flag)))


class MaildirMessage(_Flags, Message):
    """Message with Maildir-specific properties."""

    _type_specific_attributes = ["_subdir", "_info", "_date"]

    def __init__(self, message=None):
        self._subdir = "new"
        self._info = ""
        self._date = time.time()
        super().__init__(message)

    def get_subdir(self):
        """Return 'new' or 'cur'."""
        return self._subdir

    def set_subdir(self, subdir):
        """Set subdir to 'new' or 'cur'."""
        if subdir not in ("new", "cur"):
            raise ValueError(f"subdir must be 'new' or 'cur': {subdir}")
        self._subdir = subdir

    def get_flags(self):
        """Return as a string the flags that are set."""
        return self._info[2:] if self._info.startswith("2,") else ""

    def set_flags(self, flags):
        """Set the given flags and unset all others."""
        self._info = "2," + "".join(sorted(flags))

    def get_date(self):
        """Return delivery date of message, in seconds since the epoch."""
        return self._date

    def set_date(self, date):
        """Set delivery date of message, in seconds since the epoch."""
        try:
            self._date = float(date)
        except ValueError:
            raise TypeError(f"can't convert to float: {date}") from None

    def get_info(self):
        """Get the message's "info" as a string."""
        return self._info

    def set_info(self, info):
        """Set the message's "info" string."""
        if not isinstance(info, str):
            raise TypeError(f"info must be a string: {type(info)}")
        self._info = info

    def _state(self):
        flags = self.get_flags()
        return _State(
            read="S" in flags, old=self._subdir == "cur", replied="R" in flags, flagged="F" in flags,
            deleted="T" in flags, draft="D" in flags, passed="P" in flags, date=self._date,
        )

    def _adopt(self, state):
        letters = {"S": state.read, "R": state.replied, "F": state.flagged, "T": state.deleted, "D": state.draft,
                   "P": state.passed}
        for letter, wanted in letters.items():
            if wanted:
                self.add_flag(letter)
        if state.old:
            self.set_subdir("cur")
        if state.date is not None:
            self.set_date(state.date)


class _mboxMMDFMessage(_Flags, Message):
    """Message with mbox- or MMDF-specific properties."""

    _type_specific_attributes = ["_from"]

    def __init__(self, message=None):
        self.set_from("MAILER-DAEMON", True)
        if isinstance(message, email.message.Message):
            unixfrom = message.get_unixfrom()
            if unixfrom is not None and unixfrom.startswith("From "):
                self.set_from(unixfrom[5:])
        super().__init__(message)

    def get_from(self):
        """Return contents of "From " line."""
        return self._from

    def set_from(self, from_, time_=None):
        """Set "From " line, formatting and appending time_ if specified."""
        if time_ is not None:
            if time_ is True:
                time_ = time.gmtime()
            from_ += " " + time.asctime(time_)
        self._from = from_

    def get_flags(self):
        """Return as a string the flags that are set."""
        return self.get("Status", "") + self.get("X-Status", "")

    def set_flags(self, flags):
        """Set the given flags and unset all others."""
        flags = set(flags)
        status = "".join(flag for flag in "RO" if flag in flags)
        marks = "".join(flag for flag in "DFA" if flag in flags)
        marks += "".join(sorted(flags - set("RODFA")))
        for header, letters in (("Status", status), ("X-Status", marks)):
            try:
                self.replace_header(header, letters)
            except KeyError:
                self.add_header(header, letters)

    def _explain_to(self, message):
        super()._explain_to(message)
        if not isinstance(message, _mboxMMDFMessage) and type(message) is not Message:
            del message["status"]
            del message["x-status"]

    def _state(self):
        flags = self.get_flags()
        fields = self._from.split()
        date = None
        try:
            import calendar

            date = calendar.timegm(time.strptime(" ".join(fields[-5:]), "%a %b %d %H:%M:%S %Y"))
        except (ValueError, OverflowError):
            pass  # some programs write the time in a way of their own
        return _State(
            read="R" in flags, old="O" in flags, replied="A" in flags, flagged="F" in flags, deleted="D" in flags,
            date=date,
        )

    def _adopt(self, state):
        letters = {"R": state.read, "O": state.old, "A": state.replied, "F": state.flagged, "D": state.deleted}
        for letter, wanted in letters.items():
            if wanted:
                self.add_flag(letter)
        if state.date is not None:
            self.set_from("MAILER-DAEMON", time.gmtime(state.date))


class mboxMessage(_mboxMMDFMessage):
    """Message with mbox-specific properties."""


class MMDFMessage(_mboxMMDFMessage):
    """Message with MMDF-specific properties."""


class MHMessage(Message):
    """Message with MH-specific properties."""

    _type_specific_attributes = ["_sequences"]

    def __init__(self, message=None):
        self._sequences = []
        super().__init__(message)

    def get_sequences(self):
        """Return a list of sequences that include the message."""
        return self._sequences[:]

    def set_sequences(self, sequences):
        """Set the list of sequences that include the message."""
        self._sequences = list(sequences)

    def add_sequence(self, sequence):
        """Add sequence to list of sequences including the message."""
        if not isinstance(sequence, str):
            raise TypeError(f"sequence type must be str: {type(sequence)}")
        if sequence not in self._sequences:
            self._sequences.append(sequence)

    def remove_sequence(self, sequence):
        """Remove sequence from the list of sequences including the message."""
        if sequence in self._sequences:
            self._sequences.remove(sequence)

    def _state(self):
        held = self._sequences
        return _State(read="unseen" not in held, old=True, replied="replied" in held, flagged="flagged" in held)

    def _adopt(self, state):
        for name, wanted in (("unseen", not state.read), ("replied", state.replied), ("flagged", state.flagged)):
            if wanted:
                self.add_sequence(name)


class BabylMessage(Message):
    """Message with Babyl-specific properties."""

    _type_specific_attributes = ["_labels", "_visible"]

    def __init__(self, message=None):
        self._labels = []
        self._visible = Message()
        super().__init__(message)

    def get_labels(self):
        """Return a list of labels on the message."""
        return self._labels[:]

    def set_labels(self, labels):
        """Set the list of labels on the message."""
        self._labels = list(labels)

    def add_label(self, label):
        """Add label to list of labels on the message."""
        if not isinstance(label, str):
            raise TypeError(f"label must be a string: {type(label)}")
        if label not in self._labels:
            self._labels.append(label)

    def remove_label(self, label):
        """Remove label from the list of labels on the message."""
        if label in self._labels:
            self._labels.remove(label)

    def get_visible(self):
        """Return a Message representation of visible headers."""
        return Message(self._visible)

    def set_visible(self, visible):
        """Set the Message representation of visible headers."""
        self._visible = Message(visible)

    def update_visible(self):
        """Update and/or sensibly generate a set of visible headers."""
        for header in self._visible.keys():
            if header in self:
                self._visible.replace_header(header, self[header])
            else:
                del self._visible[header]
        for header in ("Date", "From", "Reply-To", "To", "CC", "Subject"):
            if header in self and header not in self._visible:
                self._visible[header] = self[header]

    def _state(self):
        held = self._labels
        return _State(read="unseen" not in held, old=True, replied="answered" in held, deleted="deleted" in held,
                      passed="forwarded" in held or "resent" in held)

    def _adopt(self, state):
        marks = (("unseen", not state.read), ("deleted", state.deleted), ("answered", state.replied),
                 ("forwarded", state.passed))
        for name, wanted in marks:
            if wanted:
                self.add_label(name)
