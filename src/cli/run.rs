//! Running a program: a command, a module, a script or standard input, from its first instruction to its exit status.

use std::ffi::OsStr;
use std::io::{IsTerminal, Read, Write};
use std::os::unix::ffi::OsStrExt;
use std::path::PathBuf;
use std::process::ExitCode;

use super::options::{self, Heat, Program, Switching};
use super::{heat, prompt, start};
use crate::gil::{self, Gil};
use crate::modules::sys::Configuration;
use crate::modules::{builtins, convert, import, multiprocessing, report, shutdown, source, sys};
use crate::object::{Raised, Ref, Result, Value, collector, operations};
use crate::types::module::Module;
use crate::vm;

/// The stack that a program runs on: deep recursion in native code is an error before it is an overflow.
const STACK: usize = 64 << 20;

/// The events that the timeline of one process holds: 16 MiB, of a busy minute or a quiet hour.
const TIMELINE: usize = 1 << 18;

/// Runs a program in a new interpreter.
pub fn run(program: Program, mut settings: Configuration, switching: Switching) -> ExitCode {
    if let Some(ticks) = switching.ticks {
        gil::set_switch_ticks(ticks);
    }
    if let Some(folder) = &switching.trace_into
        && let Err(error) = gil::timeline::start_in(folder.as_ref(), TIMELINE)
    {
        eprintln!("gilly: cannot keep a timeline in '{}': {error}", folder.display());
        return ExitCode::from(2);
    }
    if let Some(choice) = switching.choice {
        choice.set();
    }
    if switching.general {
        vm::stay_general();
    }
    if let Err(status) = seed_hashes(&settings) {
        return status;
    }
    if let Some(options) = settings.variable("PYTHONWARNINGS") {
        let options = options.to_string_lossy();
        let options = options.split(',').filter(|option| !option.is_empty()).map(str::to_owned);
        settings.warnings.splice(0..0, options);
    }
    settings.unbuffered |= settings.variable("PYTHONUNBUFFERED").is_some();
    settings.interactive = program == Program::Input && (settings.inspect || std::io::stdin().is_terminal());
    let source = match read(&program, &settings) {
        Ok(source) => source,
        Err(status) => return status,
    };
    settings.install();
    // The program runs on the thread that the process began with, as its number shows, but on a deep stack.
    let heat = switching.heat;
    let status = stacker::grow(STACK, || {
        gil::attach_main(|gil| {
            let status = interpret(gil, &program, source, heat.is_some());
            heat.map_or(status, |heat| show_heat(gil, &program, &heat, status))
        })
    });
    leave(status)
}

/// Shows what the program's own code has counted.
fn show_heat(gil: Gil<'_>, program: &Program, heat: &Heat, status: u8) -> u8 {
    let Program::File(file) = program else { return status };
    let path = script(file);
    let source = std::fs::read_to_string(&path).unwrap_or_default();
    let counted = crate::vm::heat::counted(gil, Some(&path.to_string_lossy()));
    let shown = match heat {
        Heat::Text => std::io::stdout().lock().write_all(heat::text(&counted, &source).as_bytes()),
        Heat::Page(page) => std::fs::write(page, heat::page(&counted, &source, &file.to_string_lossy())),
    };
    match shown {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            eprintln!("gilly: cannot show the counts: {error}");
            if status == 0 { 1 } else { status }
        }
        _ => status,
    }
}

/// Ends the process, which frees what it holds faster than we could. An interrupted program dies of the signal, so that
/// whoever started it knows.
fn leave(status: u8) -> ! {
    // Whoever reads standard output may be gone; that is nobody's concern here.
    let _gone = std::io::stdout().flush();
    if status == 130 {
        crate::modules::posix::system::die_of_interrupt();
    }
    crate::modules::posix::system::leave(status)
}

/// Hashes of text are random unless `PYTHONHASHSEED` says otherwise.
fn seed_hashes(settings: &Configuration) -> std::result::Result<(), ExitCode> {
    let Some(seed) = settings.variable("PYTHONHASHSEED").filter(|seed| seed != "random") else {
        return Ok(());
    };
    let Some(seed) = seed.to_str().and_then(|seed| seed.trim_ascii_start().parse().ok()) else {
        eprintln!(
            "Fatal Python error: config_init_hash_seed: PYTHONHASHSEED must be \"random\" or an integer in range \
             [0; 4294967295]\nPython runtime state: preinitialized\n"
        );
        return Err(ExitCode::FAILURE);
    };
    crate::object::hash::set_key(crate::object::hash::key_of(seed));
    Ok(())
}

/// What is to be run.
enum Source {
    Text(Vec<u8>, String),
    Module(String),
    /// An archive with a `__main__` in it.
    Archive(PathBuf),
    /// What comes over a descriptor.
    Parent(i32),
    Prompt,
}

/// The file of a script, by the name that its code has: of a folder, the `__main__.py` in it.
fn script(file: &OsStr) -> PathBuf {
    let path = options::absolute(file);
    let inside = path.join("__main__.py");
    if path.is_dir() && inside.exists() { inside } else { path }
}

/// Reads a program, or says why it cannot.
fn read(program: &Program, settings: &Configuration) -> std::result::Result<Source, ExitCode> {
    match program {
        Program::Command(text) => Ok(Source::Text(text.as_bytes().to_vec(), "<string>".into())),
        Program::Module(name) => Ok(Source::Module(name.clone())),
        Program::Input if settings.interactive => Ok(Source::Prompt),
        Program::Input => {
            let mut text = Vec::new();
            match std::io::stdin().lock().read_to_end(&mut text) {
                Ok(_) => Ok(Source::Text(text, "<stdin>".into())),
                Err(error) => Err(cannot_open(OsStr::new("-"), &error)),
            }
        }
        Program::File(file) => {
            let path = script(file);
            if path.is_dir() {
                eprintln!("gilly: can't find '__main__' module in '{}'", path.display());
                return Err(ExitCode::FAILURE);
            }
            if options::is_archive(&path) {
                return Ok(Source::Archive(path));
            }
            match std::fs::read(&path) {
                Ok(text) => Ok(Source::Text(text, path.to_string_lossy().into_owned())),
                Err(error) => Err(cannot_open(file, &error)),
            }
        }
        Program::Child(descriptor) => Ok(Source::Parent(*descriptor)),
        Program::Study(..) => Ok(Source::Prompt),
    }
}

fn cannot_open(file: &OsStr, error: &std::io::Error) -> ExitCode {
    let number = error.raw_os_error().unwrap_or(0);
    let message = crate::modules::posix::system::message_of(number);
    let program = std::env::current_exe().unwrap_or_default();
    let shown = options::absolute(file);
    let (program, shown) = (program.display(), shown.display());
    eprintln!("{program}: can't open file '{shown}': [Errno {number}] {message}");
    ExitCode::from(2)
}

/// Runs a program with the GIL, to its exit status.
fn interpret(gil: Gil<'_>, program: &Program, source: Source, counts: bool) -> u8 {
    start::set_up(gil);
    collector::exempt(gil);
    let timed = Configuration::current().gil_lines;
    if counts || timed {
        crate::vm::heat::start(gil, timed);
    }
    crate::modules::signal::start();
    crate::modules::gil::watch_if_wanted(gil);
    crate::modules::thread::deadlock::set_up(gil);
    let _entered = crate::vm::threads::enter(gil);
    let status = match set_up(gil) {
        Ok(main) => {
            let status = match source {
                Source::Text(text, name) => {
                    shutdown::status(gil, run_text(gil, &main, program, &name, &text))
                }
                Source::Module(name) => shutdown::status(gil, run_module(gil, &main, &name)),
                Source::Archive(path) => shutdown::status(gil, run_archive(gil, &main, &path)),
                Source::Parent(descriptor) => multiprocessing::run_child(gil, descriptor)
                    .unwrap_or_else(|raised| report::uncaught(gil, raised)),
                Source::Prompt => shutdown::status(gil, prompt::talk(gil, &main)),
            };
            let status = inspect(gil, &main, status);
            drop(main);
            status
        }
        Err(raised) => report::uncaught(gil, raised),
    };
    shutdown::end(gil, status)
}

/// `-i`: the prompt after the program.
fn inspect(gil: Gil<'_>, main: &Ref<Module>, status: u8) -> u8 {
    let settings = Configuration::current();
    let wanted = settings.inspect || settings.variable("PYTHONINSPECT").is_some();
    if !wanted || settings.interactive {
        return status;
    }
    let result = prompt::talk(gil, main);
    shutdown::status(gil, result)
}

/// `sys`, `builtins`, the streams, and an empty `__main__`.
fn set_up(gil: Gil<'_>) -> Result<Ref<Module>> {
    import::module(gil, "sys")?;
    import::module(gil, "builtins")?;
    start::streams(gil)?;
    let main = Ref::<Module>::new_module(gil, "__main__", None);
    main.set(gil, "__builtins__", builtins::module(gil)?.into_value());
    convert::set_item(gil, &sys::modules(gil), "__main__", main.to_value());
    Ok(main)
}

fn run_text(gil: Gil<'_>, main: &Ref<Module>, program: &Program, name: &str, text: &[u8]) -> Result<()> {
    if matches!(program, Program::File(_)) {
        main.set(gil, "__file__", convert::os_text(gil, name.as_bytes()));
        main.set(gil, "__cached__", Value::NONE);
        describe_folder(gil, main, program, name)?;
    }
    if matches!(program, Program::Command(_)) {
        source::keep(gil, name, &String::from_utf8_lossy(text));
    }
    import::run_body(gil, main, name, text)
}

/// The `__main__` of a folder knows where it was found, as a module does.
fn describe_folder(gil: Gil<'_>, main: &Ref<Module>, program: &Program, name: &str) -> Result<()> {
    let Program::File(given) = program else { return Ok(()) };
    let folder = options::absolute(given);
    if folder.join("__main__.py").as_os_str() != name || !folder.is_dir() {
        return Ok(());
    }
    let place = convert::list(gil, vec![convert::os_text(gil, folder.as_os_str().as_bytes())]);
    if let Some(specification) = import::find_in(gil, "__main__", &place)? {
        let loader = crate::object::intern(gil, "loader");
        main.set(gil, "__loader__", operations::get_attribute(gil, &specification, &loader)?);
        main.set(gil, "__spec__", specification);
        main.set(gil, "__package__", convert::text(gil, ""));
    }
    Ok(())
}

/// `-m`: a module's source, or a package's `__main__`, runs as the program.
fn run_module(gil: Gil<'_>, main: &Ref<Module>, name: &str) -> Result<()> {
    let missing = |message: String| -> Result<()> {
        let program = String::from_utf8_lossy(&Configuration::current().executable).into_owned();
        report::write_error(gil, &format!("{program}: {message}\n"));
        Err(exit(gil, 1))
    };
    let mut name = name.to_owned();
    if let Some((parent, _)) = name.rsplit_once('.') {
        import::module(gil, parent)?;
    }
    let mut found = import::find(gil, &name)?;
    if let Some((_, true)) = found {
        import::module(gil, &name)?;
        name += ".__main__";
        found = import::find(gil, &name)?;
        if found.is_none() {
            let package = name.trim_end_matches(".__main__");
            return missing(format!(
                "No module named {name}; '{package}' is a package and cannot be directly executed"
            ));
        }
    }
    let Some((specification, _)) = found else { return missing(format!("No module named {name}")) };
    let get = |attribute: &str| {
        operations::get_attribute(gil, &specification, &crate::object::intern(gil, attribute))
    };
    let (origin, loader) = (get("origin")?, get("loader")?);
    main.set(gil, "__file__", origin.clone());
    main.set(gil, "__package__", get("parent")?);
    main.set(gil, "__loader__", loader.clone());
    main.set(gil, "__spec__", specification.clone());
    if let Some(arguments) = sys::get(gil, "argv") {
        operations::set_item(gil, &arguments, &convert::int(gil, 0), Some(origin))?;
    }
    operations::call_method(gil, &loader, "exec_module", &[main.to_value()])?;
    Ok(())
}

/// The `__main__` of an archive runs as the program.
fn run_archive(gil: Gil<'_>, main: &Ref<Module>, path: &std::path::Path) -> Result<()> {
    let shown = convert::os_text(gil, path.as_os_str().as_bytes());
    let reader = import::module(gil, "zipimport")?;
    let reader = operations::call_method(gil, &reader, "zipimporter", &[shown])?;
    let specification =
        operations::call_method(gil, &reader, "find_spec", &[convert::text(gil, "__main__")])?;
    if specification.is_none() {
        let program = String::from_utf8_lossy(&Configuration::current().executable).into_owned();
        let message = format!("{program}: can't find '__main__' module in '{}'\n", path.display());
        report::write_error(gil, &message);
        return Err(exit(gil, 1));
    }
    let get = |attribute: &str| {
        operations::get_attribute(gil, &specification, &crate::object::intern(gil, attribute))
    };
    main.set(gil, "__file__", get("origin")?);
    main.set(gil, "__package__", convert::text(gil, ""));
    main.set(gil, "__loader__", reader.clone());
    main.set(gil, "__spec__", specification.clone());
    operations::call_method(gil, &reader, "exec_module", &[main.to_value()])?;
    Ok(())
}

/// The exception that ends a program with a status.
fn exit(gil: Gil<'_>, status: i64) -> Raised {
    convert::raise(gil, crate::object::Kind::SystemExit, &[convert::int(gil, status)])
}
