//! Tracing and profiling: `sys.settrace` and `sys.setprofile`.
//!
//! While a thread is traced its budgets are one tick long, so that each instruction begins at a boundary; the boundary
//! asks here first. The loop itself knows nothing of it, and a thread that is not traced pays nothing.

use std::cell::{Cell, RefCell};
use std::mem::ManuallyDrop;

use super::activation::Activation;
use super::frame::{self, Frame};
use super::jump::{self, Jump};
use super::monitor::{self, Event as Moment};
use super::place::Pc;
use super::state::State;
use crate::code::object::ANYWHERE;
use crate::code::{Code, Instruction, Opcode};
use crate::gil::{self, Gil};
use crate::object::raised::{Exception, Raised};
use crate::object::{Ref, Result, Value, intern};
use crate::types::descriptor::MethodDescriptor;
use crate::types::native_function::NativeFunction;
use crate::types::{int, tuple};

/// What a hook is being told of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// In the frame that was asked about: the event's name.
    Here(&'static str),
    /// In another frame.
    Elsewhere,
}

/// The two hooks of a thread.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hook {
    Trace,
    Profile,
}

#[derive(Default)]
struct Tracer {
    is_on: Cell<bool>,
    /// A hook runs: what it does is not traced.
    is_inside: Cell<bool>,
    trace: RefCell<Option<Value>>,
    profile: RefCell<Option<Value>>,
    /// The built-in function that a profiled instruction has called, and how deep that call was.
    called: RefCell<Option<(usize, Value)>>,
    /// What a hook is being told of, and in which frame.
    told: RefCell<Option<(&'static str, Ref<Frame>)>>,
}

thread_local! {
    // Dropped by nobody: a thread may end without the GIL.
    static TRACER: ManuallyDrop<Tracer> = ManuallyDrop::new(Tracer::default());
}

/// Is the running thread traced or profiled here?
#[inline]
pub fn is_on() -> bool {
    TRACER.with(|tracer| (tracer.is_on.get() || monitor::is_on()) && !tracer.is_inside.get())
}

/// Runs something that no hook is told of.
pub fn untraced<R>(run: impl FnOnce() -> R) -> R {
    TRACER.with(|tracer| tracer.is_inside.set(true));
    let result = run();
    TRACER.with(|tracer| tracer.is_inside.set(false));
    result
}

/// The hook of the running thread.
pub fn get(_gil: Gil<'_>, which: Hook) -> Option<Value> {
    TRACER.with(|tracer| tracer.place(which).borrow().clone())
}

/// Changes the hook of the running thread.
pub fn set(gil: Gil<'_>, which: Hook, function: Option<Value>) {
    let old = TRACER.with(|tracer| {
        let old = tracer.place(which).replace(function);
        tracer.is_on.set(tracer.trace.borrow().is_some() || tracer.profile.borrow().is_some());
        let called = tracer.called.take();
        (old, called)
    });
    gil::leave_time_aside();
    gil.end_budget();
    drop(old);
}

impl Tracer {
    fn place(&self, which: Hook) -> &RefCell<Option<Value>> {
        match which {
            Hook::Trace => &self.trace,
            Hook::Profile => &self.profile,
        }
    }
}

/// Calls a hook with hooks off. If it fails it is taken off for good.
fn call(
    gil: Gil<'_>,
    which: Hook,
    function: &Value,
    frame: &Ref<Frame>,
    event: &'static str,
    argument: Value,
) -> Result<Value> {
    let arguments = [frame.to_value(), intern(gil, event).into_value(), argument];
    TRACER.with(|tracer| {
        tracer.is_inside.set(true);
        tracer.told.replace(Some((event, frame.clone())));
    });
    let result = super::call_with(gil, function, &arguments);
    let told = TRACER.with(|tracer| {
        tracer.is_inside.set(false);
        tracer.told.take()
    });
    drop(told);
    if result.is_err() {
        set(gil, which, None);
        frame.set_trace(None);
    }
    result
}

/// What a hook is being told of, seen from a frame; None outside of hooks.
pub fn event_in(_gil: Gil<'_>, frame: &Ref<Frame>) -> Option<Event> {
    TRACER.with(|tracer| {
        let told = tracer.told.borrow();
        told.as_ref()
            .map(|(event, place)| if place.is(frame) { Event::Here(event) } else { Event::Elsewhere })
    })
}

fn profile(gil: Gil<'_>, frame: &Ref<Frame>, event: &'static str, argument: &Value) -> Result<()> {
    match get(gil, Hook::Profile) {
        Some(function) => call(gil, Hook::Profile, &function, frame, event, argument.clone()).map(drop),
        None => Ok(()),
    }
}

/// Tells the frame's own trace function.
fn trace(gil: Gil<'_>, frame: &Ref<Frame>, event: &'static str, argument: Value) -> Result<()> {
    if get(gil, Hook::Trace).is_none() {
        return Ok(());
    }
    let Some(function) = frame.trace() else { return Ok(()) };
    let next = call(gil, Hook::Trace, &function, frame, event, argument)?;
    if !next.is_none() {
        frame.set_trace(Some(next));
    }
    Ok(())
}

/// An instruction is about to run.
pub fn instruction(state: &State) -> Result<()> {
    let gil = state.gil();
    let activation = state.activation();
    let frame = frame::of(gil, activation);
    called_natively(state, &frame, "c_return")?;
    let word = activation.word();
    if !frame.marks.entered.get()
        && (word == 0 || frame.marks.resumes.get() || follows_yield(activation, word))
    {
        enter(gil, &frame, word)?;
    } else if !frame.marks.entered.get() && frame.marks.last.get().is_none() {
        // Tools that come while it runs are told of the lines that begin from here on.
        let before = word.saturating_sub(1);
        frame.marks.stand_at(frame.code.code.position_at(before as u32).line, before);
    }
    frame.marks.entered.set(true);
    while frame.trace().is_some() || monitor::is_on() {
        lines(gil, &frame, activation.word())?;
        let Some(jump) = frame.marks.take_jump() else { break };
        jump::perform(state, jump);
    }
    let (pc, word) = (activation.pc.get(), activation.word());
    let op = activation.code().words.get(word).and_then(|word| Instruction::decode(word.get()));
    monitor::tell(gil, &frame, Moment::Instruction, word, &[])?;
    match op.map(|instruction| instruction.op.row().generic) {
        Some(Opcode::Return) => leave(gil, &frame, Moment::Return, value_of(activation, pc.a())),
        Some(Opcode::ReturnConst) => {
            let value = activation.code().constants.get(pc.wide() as usize).cloned();
            leave(gil, &frame, Moment::Return, value.unwrap_or(Value::NONE))
        }
        Some(Opcode::Yield | Opcode::YieldAsync) => {
            let value = value_of(activation, pc.b());
            leave(gil, &frame, Moment::Yield, value)?;
            frame.marks.entered.set(false);
            frame.marks.resumes.set(true);
            Ok(())
        }
        Some(Opcode::Call | Opcode::CallKeywords | Opcode::CallSpread) => calls(state, &frame, pc),
        _ => Ok(()),
    }
}

fn value_of(activation: &Activation, register: u16) -> Value {
    activation.window.get().get(register).cloned().unwrap_or(Value::NONE)
}

/// Does an instruction stand where a generator goes on after a yield?
fn follows_yield(activation: &Activation, word: usize) -> bool {
    let before = word.checked_sub(1).and_then(|before| activation.code().words.get(before));
    let is_yield = |pc: Pc| pc.opcode() == Opcode::Yield as u8;
    activation.frame().is_none() && before.is_some() && is_yield(Pc::of(activation.code(), word - 1))
}

/// A call begins, or a generator goes on.
fn enter(gil: Gil<'_>, frame: &Ref<Frame>, word: usize) -> Result<()> {
    let code = &frame.code.code;
    let line = match word {
        0 => code.first_line,
        _ => code.position_at(word as u32 - 1).line,
    };
    frame.marks.line.set(Some(line));
    // The rest of the line with the yield is no new line.
    frame.marks.last.set(word.checked_sub(1).map(|yielded| (line, yielded)));
    frame.marks.resumes.set(false);
    let moment = if word == 0 { Moment::Start } else { Moment::Resume };
    let told = monitor::tell(gil, frame, moment, word, &[]).and_then(|()| told_of_call(gil, frame));
    frame.marks.line.set(None);
    told
}

fn told_of_call(gil: Gil<'_>, frame: &Ref<Frame>) -> Result<()> {
    if let Some(function) = get(gil, Hook::Trace) {
        let own = call(gil, Hook::Trace, &function, frame, "call", Value::NONE)?;
        frame.set_trace(Some(own).filter(|own| !own.is_none()));
    }
    profile(gil, frame, "call", &Value::NONE)
}

/// New lines begin, or the same one again after a jump back.
fn lines(gil: Gil<'_>, frame: &Ref<Frame>, word: usize) -> Result<()> {
    let (marks, code) = (&frame.marks, &frame.code.code);
    let (mut known, before) = marks.last.get().map_or((None, None), |(line, word)| (Some(line), Some(word)));
    let line = code.position_at(word as u32).line;
    // A loop's turn is told of where its next item is asked for, not once more where the body begins.
    let goes_back = |before: usize| word < before && !turns(code, before);
    let mut again = before.is_some_and(goes_back) || turns(code, word);
    let from = before.map_or(ANYWHERE, |before| before as u32);
    for passed in code.lines_between(from, word as u32).chain([line].into_iter().filter(|line| *line > 0)) {
        let is_new = known != Some(passed) || again;
        (known, again) = (Some(passed), false);
        if is_new {
            marks.last.set(Some((passed, word)));
            monitor::tell(gil, frame, Moment::Line, passed as usize, &[int::from_i64(gil, passed.into())])?;
        }
        if is_new && marks.lines.get() {
            marks.last.set(Some((passed, word)));
            marks.line.set(Some(passed));
            let told = trace(gil, frame, "line", Value::NONE);
            marks.line.set(None);
            told?;
            if marks.jump.borrow().is_some() {
                return Ok(());
            }
        }
    }
    marks.last.set(known.map(|known| (known, word)));
    if marks.opcodes.get() && line > 0 {
        trace(gil, frame, "opcode", Value::NONE)?;
    }
    Ok(())
}

/// Does a loop begin another turn here? Its first has begun elsewhere.
pub(super) fn turns(code: &Code, word: usize) -> bool {
    let instruction = code.words.get(word).and_then(|word| Instruction::decode(*word));
    instruction.is_some_and(|instruction| instruction.op == Opcode::NextIter)
}

/// A call is about to end, or a generator to wait.
fn leave(gil: Gil<'_>, frame: &Ref<Frame>, moment: Moment, value: Value) -> Result<()> {
    monitor::tell(gil, frame, moment, frame.word(), std::slice::from_ref(&value))?;
    told_of_end(gil, frame, value)
}

fn told_of_end(gil: Gil<'_>, frame: &Ref<Frame>, value: Value) -> Result<()> {
    trace(gil, frame, "return", value.clone())?;
    profile(gil, frame, "return", &value)
}

/// A profiled instruction is about to call.
fn calls(state: &State, frame: &Ref<Frame>, pc: Pc) -> Result<()> {
    let gil = state.gil();
    if get(gil, Hook::Profile).is_none() && !monitor::is_on() {
        return Ok(());
    }
    let window = state.activation().window.get();
    let Some(callee) = window.get(pc.b()) else { return Ok(()) };
    if monitor::is_on() {
        let first = window.get(pc.b() + 1).or_else(|| window.get(pc.b() + 2)).cloned();
        let first = first.unwrap_or_else(|| monitor::missing(gil));
        monitor::tell(gil, frame, Moment::Call, frame.word(), &[callee.clone(), first])?;
    }
    if get(gil, Hook::Profile).is_none() {
        return Ok(());
    }
    let callee = match callee.downcast::<MethodDescriptor>() {
        Some(method) => match window.get(pc.b() + 1).or_else(|| window.get(pc.b() + 2)) {
            Some(receiver) => crate::types::native_function::bound(gil, method.function, receiver),
            None => return Ok(()),
        },
        None if callee.downcast::<NativeFunction>().is_some() => callee.clone(),
        None => return Ok(()),
    };
    profile(gil, frame, "c_call", &callee)?;
    let depth = state.depth();
    let old = TRACER.with(|tracer| tracer.called.replace(Some((depth, callee))));
    drop(old);
    Ok(())
}

/// The built-in function that was called last has ended, if the call was made here.
fn called_natively(state: &State, frame: &Ref<Frame>, event: &'static str) -> Result<()> {
    let called = TRACER.with(|tracer| {
        let mut called = tracer.called.borrow_mut();
        match &*called {
            Some((depth, _)) if *depth == state.depth() => called.take(),
            _ => None,
        }
    });
    match called {
        Some((_, callee)) => profile(state.gil(), frame, event, &callee),
        None => Ok(()),
    }
}

/// An exception was raised in the last activation, or comes through it. An error of a hook takes its place.
pub fn raised(state: &State, exception: Ref<Exception>, is_new: bool) -> Ref<Exception> {
    let gil = state.gil();
    let frame = frame::of(gil, state.activation());
    let told = called_natively(state, &frame, "c_exception").and_then(|()| {
        if is_new {
            monitor::tell(gil, &frame, Moment::Raise, frame.word(), &[exception.to_value()])?;
        }
        if !is_new || frame.trace().is_none() {
            return Ok(());
        }
        let value = exception.to_value();
        let traceback = exception.traceback.borrow().clone();
        let argument = tuple::of(gil, vec![value.class(gil).to_value(), value.clone(), traceback]);
        trace(gil, &frame, "exception", argument)
    });
    replaced(state, exception, told)
}

/// The last activation ends by an exception.
pub fn ended(state: &State, exception: Ref<Exception>) -> Ref<Exception> {
    let gil = state.gil();
    let frame = frame::of(gil, state.activation());
    let raised = exception.to_value();
    let told = monitor::tell(gil, &frame, Moment::Unwind, frame.word(), &[raised])
        .and_then(|()| told_of_end(gil, &frame, Value::NONE));
    replaced(state, exception, told)
}

fn replaced(state: &State, exception: Ref<Exception>, told: Result<()>) -> Ref<Exception> {
    state.gil().end_budget();
    match told {
        Ok(()) => exception,
        Err(raised) => Raised::into_exception(raised),
    }
}

/// `frame.f_trace`.
pub fn frame_trace(_gil: Gil<'_>, frame: &Ref<Frame>) -> Value {
    frame.trace().unwrap_or(Value::NONE)
}

/// `frame.f_lineno`, which a call event says to be that of the call.
pub fn frame_line(gil: Gil<'_>, frame: &Ref<Frame>) -> Value {
    let known = frame.marks.line.get().unwrap_or_else(|| frame.line());
    // The end of a function stands nowhere: it belongs to the line before.
    let line = match (known, frame.marks.last.get()) {
        (0, Some((line, _))) => line,
        (0, None) => frame.code.code.line_near(frame.word() as u32),
        _ => known,
    };
    int::from_i64(gil, line.into())
}

/// What tracing notes in a frame.
pub struct Marks {
    trace: RefCell<Option<Value>>,
    /// The call has been told of.
    entered: Cell<bool>,
    /// A generator that goes on is told of as a call.
    resumes: Cell<bool>,
    /// The line and the word of the last instruction.
    last: Cell<Option<(u32, usize)>>,
    /// What `f_lineno` is to say.
    line: Cell<Option<u32>>,
    /// `f_trace_lines` and `f_trace_opcodes`.
    pub lines: Cell<bool>,
    pub opcodes: Cell<bool>,
    /// The jump that the hook asks for.
    jump: RefCell<Option<Jump>>,
}

impl Default for Marks {
    fn default() -> Marks {
        Marks {
            trace: RefCell::default(),
            entered: Cell::new(false),
            resumes: Cell::new(false),
            last: Cell::new(None),
            line: Cell::new(None),
            lines: Cell::new(true),
            opcodes: Cell::new(false),
            jump: RefCell::default(),
        }
    }
}

impl Marks {
    /// The frame's own trace function.
    pub fn trace(&self) -> Option<Value> {
        self.trace.borrow().clone()
    }

    /// Changes it.
    pub fn set_trace(&self, function: Option<Value>) {
        let old = self.trace.replace(function);
        drop(old);
    }

    /// The hook asks for a jump to a line.
    pub fn plan_jump(&self, jump: Jump, line: u32) {
        self.jump.replace(Some(jump));
        self.line.set(Some(line));
    }

    /// The jump that was asked for. Where it goes is a new line.
    fn take_jump(&self) -> Option<Jump> {
        let jump = self.jump.take()?;
        self.last.set(None);
        Some(jump)
    }

    /// The frame is traced from here on: the rest of its line is no new line. A call's first line is.
    pub fn stand_at(&self, line: u32, word: usize) {
        if self.line.get().is_none() {
            self.last.set(Some((line, word)));
        }
    }
}

/// Makes a hook that has just been set, or a frame's own, hold from the next instruction on.
pub fn begin_here(gil: Gil<'_>) {
    if is_on() {
        gil.end_budget();
    }
}
