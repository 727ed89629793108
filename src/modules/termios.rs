//! `termios`: the modes of terminals.

use crate::gil::{Gil, Reason};
use crate::object::native::Function;
use crate::object::raised::{Kind, type_error};
use crate::object::{Arguments, Raised, Ref, Result, Value, operations};
use crate::types::module::{Module, ModuleSpec};

use super::posix::calls;
use super::{convert, loaded};

/// The module.
pub static MODULE: ModuleSpec = ModuleSpec {
    name: "termios",
    doc: "An interface to the Posix calls for tty I/O control.",
    functions: &[
        Function::new("tcgetattr", "($module, fd, /)", "The modes of a terminal, as a list.", tcgetattr),
        Function::new(
            "tcsetattr",
            "($module, fd, when, attributes, /)",
            "Set the modes of a terminal.",
            tcsetattr,
        ),
        Function::new("tcsendbreak", "($module, fd, duration, /)", "Send a break.", tcsendbreak),
        Function::new("tcdrain", "($module, fd, /)", "Wait until all output has been sent.", tcdrain),
        Function::new("tcflush", "($module, fd, queue, /)", "Throw queued data away.", tcflush),
        Function::new("tcflow", "($module, fd, action, /)", "Hold or go on with input or output.", tcflow),
        Function::new("tcgetwinsize", "($module, fd, /)", "Lines and columns of a terminal.", tcgetwinsize),
        Function::new(
            "tcsetwinsize",
            "($module, fd, winsize, /)",
            "Set the lines and columns of a terminal.",
            tcsetwinsize,
        ),
    ],
    set_up: Some(set_up),
};

macro_rules! constants {
    ($($name:ident)*) => {
        const CONSTANTS: &[(&str, i64)] = &[$((stringify!($name), libc::$name as i64),)*];
    };
}

constants! {
    B0 B50 B75 B110 B134 B150 B200 B300 B600 B1200 B1800 B2400 B4800 B9600 B19200 B38400 B57600 B115200 B230400 B460800
    B500000 B576000 B921600 B1000000 B1152000 B1500000 B2000000 B2500000 B3000000 B3500000 B4000000 EXTA EXTB
    CSIZE CSTOPB CREAD PARENB PARODD HUPCL CLOCAL CRTSCTS CS5 CS6 CS7 CS8 ECHO ECHOE ECHOK ECHONL ECHOCTL ECHOPRT ECHOKE
    FLUSHO ICANON IEXTEN ISIG NOFLSH TOSTOP PENDIN XCASE EXTPROC BRKINT ICRNL IGNBRK IGNCR IGNPAR INLCR INPCK ISTRIP IXANY
    IXOFF IXON PARMRK IUCLC IMAXBEL IUTF8 OPOST ONLCR OCRNL ONOCR ONLRET OFILL OFDEL OLCUC NLDLY NL0 NL1 CRDLY CR0 CR1 CR2
    CR3 TABDLY TAB0 TAB1 TAB2 TAB3 XTABS BSDLY BS0 BS1 VTDLY VT0 VT1 FFDLY FF0 FF1 CBAUD CBAUDEX CIBAUD CMSPAR
    VINTR VQUIT VERASE VKILL VEOF VTIME VMIN VSWTC VSTART VSTOP VSUSP VEOL VREPRINT VDISCARD VWERASE VLNEXT VEOL2
    TCSANOW TCSADRAIN TCSAFLUSH TCIFLUSH TCOFLUSH TCIOFLUSH TCOOFF TCOON TCIOFF TCION
    TCGETA TCGETS TCSBRK TCSETA TCSETAF TCSETAW TCSETS TCSETSF TCSETSW TCXONC TCFLSH TIOCCONS TIOCEXCL TIOCGPGRP TIOCGWINSZ
    TIOCINQ TIOCM_CAR TIOCM_CTS TIOCM_DSR TIOCM_DTR TIOCM_RTS TIOCMBIC TIOCMBIS TIOCMGET TIOCMSET TIOCNOTTY TIOCNXCL
    TIOCOUTQ TIOCSCTTY TIOCSPGRP TIOCSTI TIOCSWINSZ FIONBIO FIONREAD FIOCLEX FIONCLEX
}

/// Names that the library of calls does not have, and what one has in another form.
const MORE: &[(&str, i64)] = &[
    ("NCCS", libc::NCCS as i64),
    ("VSWTCH", libc::VSWTC as i64),
    ("_POSIX_VDISABLE", 0),
    ("FIOASYNC", 0x5452),
];

fn set_up(gil: Gil<'_>, module: &Ref<Module>) -> Result<()> {
    for (name, number) in CONSTANTS.iter().chain(MORE) {
        module.set(gil, name, convert::int(gil, *number));
    }
    let base = Kind::Exception.class(gil).to_value();
    module.set(gil, "error", convert::exception_class(gil, "error", "termios", &base)?);
    Ok(())
}

/// `termios.error` of a number and its text.
fn error(gil: Gil<'_>, errno: i32) -> Raised {
    let make = || {
        let module = loaded(gil, "termios").map_or_else(|| super::import::module(gil, "termios"), Ok)?;
        let class = operations::get_attribute(gil, &module, &crate::object::intern(gil, "error"))?;
        let arguments = [convert::int(gil, errno.into()), convert::text(gil, &convert::error_text(errno))];
        operations::call(gil, &class, Arguments::positional(&arguments))
    };
    match make().map(Value::try_into_ref) {
        Ok(Ok(exception)) => Raised::new(exception),
        Ok(Err(_)) => type_error(gil, "exceptions must derive from BaseException"),
        Err(raised) => raised,
    }
}

/// A call that may block, on a descriptor.
fn call(gil: Gil<'_>, mut call: impl FnMut() -> i32 + Send) -> Result<Value> {
    calls::repeat(gil, Reason::Io, &mut call)?.map_err(|errno| error(gil, errno))?;
    Ok(Value::NONE)
}

fn attributes_of(gil: Gil<'_>, fd: i32) -> Result<libc::termios> {
    // SAFETY: the structure is plain numbers, and is what the call fills in.
    unsafe {
        let mut modes = std::mem::zeroed::<libc::termios>();
        calls::outcome(libc::tcgetattr(fd, &mut modes)).map_err(|errno| error(gil, errno))?;
        Ok(modes)
    }
}

fn tcgetattr(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [fd] = arguments.exactly::<1>(gil, "tcgetattr")?;
    let modes = attributes_of(gil, convert::descriptor_of(gil, fd)?)?;
    let mut characters: Vec<Value> =
        modes.c_cc.iter().map(|&character| convert::bytes(gil, &[character])).collect();
    if modes.c_lflag & libc::ICANON == 0 {
        for place in [libc::VMIN, libc::VTIME] {
            characters[place] = convert::int(gil, modes.c_cc[place].into());
        }
    }
    // SAFETY: the calls read the structure only.
    let speeds = unsafe { [libc::cfgetispeed(&modes), libc::cfgetospeed(&modes)] };
    let mut items = [modes.c_iflag, modes.c_oflag, modes.c_cflag, modes.c_lflag, speeds[0], speeds[1]]
        .map(|number| convert::int(gil, number.into()))
        .to_vec();
    items.push(convert::list(gil, characters));
    Ok(convert::list(gil, items))
}

fn tcsetattr(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [fd, when, attributes] = arguments.exactly::<3>(gil, "tcsetattr")?;
    let (fd, when) = (convert::descriptor_of(gil, fd)?, convert::to_i32(gil, when)?);
    let wrong = || type_error(gil, "tcsetattr, arg 3: must be 7 element list");
    let items = convert::sequence_items(attributes).filter(|items| items.len() == 7).ok_or_else(wrong)?;
    let mut modes = attributes_of(gil, fd)?;
    let number = |place: usize| convert::to_i64(gil, &items[place]).map(|number| number as u32);
    (modes.c_iflag, modes.c_oflag) = (number(0)?, number(1)?);
    (modes.c_cflag, modes.c_lflag) = (number(2)?, number(3)?);
    let (input, output) = (number(4)?, number(5)?);
    let wrong = || type_error(gil, format!("tcsetattr: attributes[6] must be {} element list", libc::NCCS));
    let characters =
        convert::sequence_items(&items[6]).filter(|items| items.len() == libc::NCCS).ok_or_else(wrong)?;
    for (place, character) in modes.c_cc.iter_mut().zip(&characters) {
        *place = match convert::as_bytes(character) {
            Some(bytes) if bytes.len() == 1 => bytes[0],
            None if character.class(gil).slots.index.get().is_some() => {
                convert::to_i64(gil, character)? as u8
            }
            _ => {
                let message = "tcsetattr: elements of attributes must be characters or integers";
                return Err(type_error(gil, message));
            }
        };
    }
    // SAFETY: the calls write to the structure only.
    unsafe {
        calls::outcome(libc::cfsetispeed(&mut modes, input)).map_err(|errno| error(gil, errno))?;
        calls::outcome(libc::cfsetospeed(&mut modes, output)).map_err(|errno| error(gil, errno))?;
    }
    // SAFETY: the call reads the structure only.
    call(gil, move || unsafe { libc::tcsetattr(fd, when, &modes) })
}

/// The descriptor and the number that a call takes.
fn descriptor_and_number(gil: Gil<'_>, arguments: Arguments<'_>, function: &str) -> Result<(i32, i32)> {
    let [fd, number] = arguments.exactly::<2>(gil, function)?;
    Ok((convert::descriptor_of(gil, fd)?, convert::to_i32(gil, number)?))
}

fn tcsendbreak(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let (fd, duration) = descriptor_and_number(gil, arguments, "tcsendbreak")?;
    // SAFETY: the call takes numbers only.
    call(gil, || unsafe { libc::tcsendbreak(fd, duration) })
}

fn tcdrain(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [fd] = arguments.exactly::<1>(gil, "tcdrain")?;
    let fd = convert::descriptor_of(gil, fd)?;
    // SAFETY: the call takes a number only.
    call(gil, || unsafe { libc::tcdrain(fd) })
}

fn tcflush(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let (fd, queue) = descriptor_and_number(gil, arguments, "tcflush")?;
    // SAFETY: the call takes numbers only.
    call(gil, || unsafe { libc::tcflush(fd, queue) })
}

fn tcflow(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let (fd, action) = descriptor_and_number(gil, arguments, "tcflow")?;
    // SAFETY: the call takes numbers only.
    call(gil, || unsafe { libc::tcflow(fd, action) })
}

fn window_size(gil: Gil<'_>, fd: i32) -> Result<libc::winsize> {
    // SAFETY: the structure is plain numbers, and as long as the request says.
    unsafe {
        let mut size = std::mem::zeroed::<libc::winsize>();
        calls::outcome(libc::ioctl(fd, libc::TIOCGWINSZ, &mut size)).map_err(|errno| error(gil, errno))?;
        Ok(size)
    }
}

fn tcgetwinsize(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [fd] = arguments.exactly::<1>(gil, "tcgetwinsize")?;
    let size = window_size(gil, convert::descriptor_of(gil, fd)?)?;
    Ok(convert::tuple(gil, convert::ints(gil, [size.ws_row.into(), size.ws_col.into()])))
}

fn tcsetwinsize(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [fd, sizes] = arguments.exactly::<2>(gil, "tcsetwinsize")?;
    let fd = convert::descriptor_of(gil, fd)?;
    let wrong = || type_error(gil, "tcsetwinsize, arg 2: must be a two-item sequence");
    let items = convert::sequence_items(sizes).filter(|items| items.len() == 2).ok_or_else(wrong)?;
    let mut size = window_size(gil, fd)?;
    let number = |place: usize| {
        let number = convert::to_i64(gil, &items[place])?;
        u16::try_from(number).map_err(|_| {
            let message = "winsize value(s) out of range.";
            Raised::with_message(gil, Kind::OverflowError, message)
        })
    };
    (size.ws_row, size.ws_col) = (number(0)?, number(1)?);
    // SAFETY: the call reads the structure that the request takes.
    call(gil, move || unsafe { libc::ioctl(fd, libc::TIOCSWINSZ, &size) })
}
