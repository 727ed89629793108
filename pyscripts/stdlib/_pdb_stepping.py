"""The debugger's commands that let the program go on, step by step or to a place, or end it."""


class SteppingCommands:
    """A part of the debugger."""

    def do_step(self, arg):
        """s(tep)

        Execute the current line, stop at the first possible occasion (in a function that is called or in the
        current function).
        """
        if arg:
            return self._usage("step", arg)
        self.set_step()
        return 1

    do_s = do_step

    def do_next(self, arg):
        """n(ext)

        Continue execution until the next line in the current function is reached or it returns.
        """
        if arg:
            return self._usage("next", arg)
        self.set_next(self.curframe)
        return 1

    do_n = do_next

    def do_until(self, arg):
        """unt(il) [lineno]

        Without argument, continue execution until a line greater than the current one is reached. With a number,
        until a line greater or equal to that is reached. Stop when the current frame returns.
        """
        lineno = None
        if arg:
            try:
                lineno = int(arg)
            except ValueError:
                self.error("Error in argument: %r" % arg)
                return
            if lineno <= self.curframe.f_lineno:
                self.error('"until" line number is smaller than current line number')
                return
        self.set_until(self.curframe, lineno)
        return 1

    do_unt = do_until

    def do_return(self, arg):
        """r(eturn)

        Continue execution until the current function returns.
        """
        if arg:
            return self._usage("return", arg)
        self.set_return(self.curframe)
        return 1

    do_r = do_return

    def do_jump(self, arg):
        """j(ump) lineno

        Set the next line that will be executed. Only available in the bottom-most frame.
        """
        if self.curindex + 1 != len(self.stack):
            self.error("You can only jump within the bottom frame")
            return
        try:
            line = int(arg)
        except ValueError:
            self.error("The 'jump' command requires a line number")
            return
        try:
            self.curframe.f_lineno = line
            self.stack[self.curindex] = self.stack[self.curindex][0], line
            self.print_stack_entry(self.stack[self.curindex])
        except (ValueError, AttributeError) as error:
            self.error("Jump failed: %s" % error)

    do_j = do_jump

    def do_quit(self, arg):
        """q(uit) | exit

        Quit from the debugger. The program being executed is aborted.
        """
        self._user_requested_quit = True
        self.set_quit()
        return 1

    do_q = do_exit = do_quit

    def do_EOF(self, arg):
        """EOF

        Handles the receipt of EOF as a command.
        """
        self.message("")
        return self.do_quit(arg)
