//! The opcode table: every instruction is born here, in one row.
//!
//! A row gives the sentence that explains it, its name, its operand kinds and how many cache words follow it. The
//! enum, the decoder, the disassembler, the verifier, docs/bytecode.md and the loop's dispatch table all come from
//! these rows; only the loop names an opcode again, to give it a body.
//!
//! # Encoding
//! Code is a sequence of 64-bit words. An instruction is one word, `op: u8, x: u8, a: u16, b: u16, c: u16` (little
//! endian, in that order), followed by as many cache words as its row says; caches start as zero and belong to the
//! loop. Jump offsets count words from the end of the jump's own caches. `bc` is the 32-bit number in b and c.
//!
//! # Registers and ownership
//! A window holds `nlocals` locals (parameters first, then other locals, then cells and free variables), then
//! temporaries. A register owns what it holds. *Reading an operand borrows it*, unless its consume bit in `x` is set:
//! then the instruction takes the value out and leaves the register empty. Compilers set the bit on the last read of
//! a temporary and never on a local. Instructions documented as *taking* registers always do so. Writing a register
//! releases what it held. Invariant: a temporary holds a heap value only while that value is live, so unwinding can
//! release everything above a depth, and a window above the live frame holds no heap value at all.

/// Consume bits in `x`: the instruction takes the value of operand a, b or c out of its register.
pub const TAKE_A: u8 = 1;
pub const TAKE_B: u8 = 2;
pub const TAKE_C: u8 = 4;

/// "No register" or "no constant" in a 16-bit operand.
pub const NONE: u16 = u16::MAX;

/// What an operand field means; drives disassembly and verification.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operand {
    /// Unused, zero.
    No,
    /// A register that is written.
    Def,
    /// A register that is read (borrowed, or consumed as `x` says).
    Use,
    /// A register that is read, or `NONE`.
    UseOrNone,
    /// The first of several registers, whose number another operand or the row's sentence gives.
    Span,
    /// A register holding a cell.
    Cell,
    /// An index into the names.
    Name,
    /// An index into the constants (in c), or `NONE`.
    Const,
    /// An index into the constants, 32 bits in b and c.
    WideConst,
    /// A signed 16-bit number.
    Imm,
    /// A signed 32-bit number in b and c.
    WideImm,
    /// An unsigned number: a count, a level, a selector.
    Count,
    /// A signed 16-bit jump offset in words.
    Jump,
    /// A signed 32-bit jump offset in words, in b and c.
    WideJump,
}

/// What the `x` byte of an instruction means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extra {
    /// Consume bits.
    Take,
    /// A small number.
    Count,
    /// Always zero.
    No,
}

/// One row of the table, as data.
pub struct Row {
    pub name: &'static str,
    pub doc: &'static str,
    pub x: Extra,
    pub a: Operand,
    pub b: Operand,
    pub c: Operand,
    /// Cache words that follow the instruction.
    pub caches: u8,
    /// The generic instruction that a specialised one was rewritten from; itself for generic ones.
    pub generic: Opcode,
}

/// Calls the macro `$then` with the whole table.
///
/// Row: `"sentence" Name (x, a, b, c) caches`, and for a specialised form `=> Generic`.
#[macro_export]
macro_rules! opcodes {
    ($then:ident) => {
        $then! {
// ---- moves ----
"Does nothing."
Nop (No, No, No, No) 0;
"a = b; a new reference."
Move (No, Def, Use, No) 0;
"a = b, taken out of the temporary b."
Take (No, Def, Use, No) 0;
"a = constant bc."
LoadConst (No, Def, WideConst, No) 0;
"a = the int bc."
LoadInt (No, Def, WideImm, No) 0;
"Releases the temporary a."
Release (No, Use, No, No) 0;
"Raises UnboundLocalError for the name c unless local a is bound."
CheckBound (No, Use, No, Name) 0;
"Unbinds local a; UnboundLocalError for the name c if it is unbound."
DeleteLocal (No, Use, No, Name) 0;
// ---- cells ----
"Wraps what local a holds (perhaps nothing) in a new cell, in the same register. First instructions of a function."
MakeCell (No, Def, No, No) 0;
"a = the contents of cell b; NameError or UnboundLocalError naming c if it is empty."
LoadCell (No, Def, Cell, Name) 0;
"Contents of cell a = b."
StoreCell (Take, Cell, Use, No) 0;
"Empties cell a; error naming c if it is empty."
DeleteCell (No, Cell, No, Name) 0;
"a = name c in the class namespace, else the contents of cell b."
LoadClassCell (No, Def, Cell, Name) 0;
// ---- names ----
"a = global or built-in c."
LoadGlobal (No, Def, No, Name) 2;
"LoadGlobal of a global."
LoadGlobalModule (No, Def, No, Name) 2 => LoadGlobal;
"LoadGlobal of a built-in name."
LoadGlobalBuiltin (No, Def, No, Name) 2 => LoadGlobal;
"Global c = a."
StoreGlobal (Take, Use, No, Name) 1;
"StoreGlobal of a global that is there."
StoreGlobalModule (Take, Use, No, Name) 1 => StoreGlobal;
"Deletes global c."
DeleteGlobal (No, No, No, Name) 0;
"a = name c of the namespace (class bodies, exec), else global, else built-in."
LoadName (No, Def, No, Name) 0;
"Namespace name c = a."
StoreName (Take, Use, No, Name) 0;
"Deletes namespace name c."
DeleteName (No, No, No, Name) 0;
"a = name c of the namespace b (a mapping), else global, else built-in; for annotation scopes in classes."
LoadFromDictOrGlobals (Take, Def, Use, Name) 0;
"a = the name of cell c in the namespace b (a mapping), else the contents of the cell; for annotation scopes in classes."
LoadFromDictOrCell (Take, Def, Use, Cell) 0;
"a = the namespace mapping of this frame (what locals() gives in a class body)."
LoadLocals (No, Def, No, No) 0;
// ---- attributes and items ----
"a = b.c"
LoadAttr (Take, Def, Use, Name) 3;
"LoadAttr of an attribute in a slot inside the object."
LoadAttrSlot (Take, Def, Use, Name) 3 => LoadAttr;
"LoadAttr of an attribute in a slot outside the object."
LoadAttrFurther (Take, Def, Use, Name) 3 => LoadAttr;
"LoadAttr of an attribute of the object's class."
LoadAttrClass (Take, Def, Use, Name) 3 => LoadAttr;
"LoadAttr of a module's global."
LoadAttrModule (Take, Def, Use, Name) 3 => LoadAttr;
"LoadAttr of a class's own or inherited attribute."
LoadAttrType (Take, Def, Use, Name) 3 => LoadAttr;
"Looks up method c of object b for a call: a = function, a+1 = b; or a = any attribute, a+1 = empty."
LoadMethod (Take, Span, Use, Name) 3;
"LoadMethod of a function of the object's class."
LoadMethodSelf (Take, Span, Use, Name) 3 => LoadMethod;
"LoadMethod of a module's global."
LoadMethodModule (Take, Span, Use, Name) 3 => LoadMethod;
"LoadMethod of a class's own or inherited function."
LoadMethodType (Take, Span, Use, Name) 3 => LoadMethod;
"LoadMethod of a class's own or inherited class method."
LoadMethodClass (Take, Span, Use, Name) 3 => LoadMethod;
"a.c = b"
StoreAttr (Take, Use, Use, Name) 3;
"StoreAttr of an attribute that is there, in a slot inside the object."
StoreAttrSlot (Take, Use, Use, Name) 3 => StoreAttr;
"StoreAttr of an attribute that is there, in a slot outside the object."
StoreAttrFurther (Take, Use, Use, Name) 3 => StoreAttr;
"StoreAttr of a new attribute, in a slot inside the object."
StoreAttrNew (Take, Use, Use, Name) 3 => StoreAttr;
"del a.c"
DeleteAttr (Take, Use, No, Name) 0;
"Takes b, b+1, b+2 (the super object's type, class, self): a = super(b+1, b+2).c; x: 1 for super() without arguments."
LoadSuperAttr (Count, Def, Span, Name) 1;
"As LoadSuperAttr for a call: a = function, a+1 = self; or a = attribute, a+1 = empty."
LoadSuperMethod (Count, Span, Span, Name) 2;
"Special method x of the type of b, for a call: a = function, a+1 = b; or a = bound, a+1 = empty. TypeError if it has none. x: 0 __enter__, 1 __exit__, 2 __aenter__, 3 __aexit__. Borrows b."
LoadSpecial (Count, Span, Use, No) 0;
"a = b[c]"
LoadItem (Take, Def, Use, Use) 2;
"LoadItem of a list."
LoadItemList (Take, Def, Use, Use) 2 => LoadItem;
"LoadItem of a tuple."
LoadItemTuple (Take, Def, Use, Use) 2 => LoadItem;
"LoadItem of a dict."
LoadItemDict (Take, Def, Use, Use) 2 => LoadItem;
"LoadItem of an array of numbers."
LoadItemArray (Take, Def, Use, Use) 2 => LoadItem;
"LoadItem by the `__getitem__` of a class, a function."
LoadItemMethod (Take, Def, Use, Use) 2 => LoadItem;
"a = b[the number c]"
LoadItemNumber (Take, Def, Use, Imm) 0;
"a[b] = c"
StoreItem (Take, Use, Use, Use) 1;
"StoreItem of a list."
StoreItemList (Take, Use, Use, Use) 1 => StoreItem;
"StoreItem of a dict, for a key that is there."
StoreItemDict (Take, Use, Use, Use) 1 => StoreItem;
"StoreItem of an array of numbers."
StoreItemArray (Take, Use, Use, Use) 1 => StoreItem;
"del a[b]"
DeleteItem (Take, Use, Use, No) 0;
"a = b[c : c+1]; the pair c, c+1 is taken (None where a bound is left out)."
LoadSlice (Take, Def, Use, Span) 0;
"a[c : c+1] = b; the pair is taken."
StoreSlice (Take, Use, Use, Span) 0;
// ---- arithmetic ----
"a = b + c"
Add (Take, Def, Use, Use) 0;
"a = b - c"
Subtract (Take, Def, Use, Use) 0;
"a = b * c"
Multiply (Take, Def, Use, Use) 0;
"a = b / c"
TrueDivide (Take, Def, Use, Use) 0;
"a = b // c"
FloorDivide (Take, Def, Use, Use) 0;
"a = b % c"
Modulo (Take, Def, Use, Use) 0;
"a = b ** c"
Power (Take, Def, Use, Use) 0;
"a = b @ c"
MatrixMultiply (Take, Def, Use, Use) 0;
"a = b << c"
ShiftLeft (Take, Def, Use, Use) 0;
"a = b >> c"
ShiftRight (Take, Def, Use, Use) 0;
"a = b & c"
BitAnd (Take, Def, Use, Use) 0;
"a = b | c"
BitOr (Take, Def, Use, Use) 0;
"a = b ^ c"
BitXor (Take, Def, Use, Use) 0;
"a = b + the number c; also for subtraction of a small constant, with x bit 8 set and c negated: errors then speak of -. x bit 16: in place (b += number)."
AddImm (Take, Def, Use, Imm) 0;
"a = b * the number c"
MultiplyImm (Take, Def, Use, Imm) 0;
"a = b // the number c"
FloorDivideImm (Take, Def, Use, Imm) 0;
"a = b % the number c"
ModuloImm (Take, Def, Use, Imm) 0;
"a = b & the number c"
BitAndImm (Take, Def, Use, Imm) 0;
"a = b << the number c"
ShiftLeftImm (Take, Def, Use, Imm) 0;
"a = b >> the number c"
ShiftRightImm (Take, Def, Use, Imm) 0;
"a = b op= c, in place where b can; x above the consume bits (x >> 3) is the operation, numbered as Add (0) to BitXor (12)."
Inplace (Take, Def, Use, Use) 0;
"Inplace of an addition, of numbers."
InplaceAdd (Take, Def, Use, Use) 0 => Inplace;
"Inplace of a subtraction, of numbers."
InplaceSubtract (Take, Def, Use, Use) 0 => Inplace;
"Inplace of a multiplication, of numbers."
InplaceMultiply (Take, Def, Use, Use) 0 => Inplace;
"Inplace of a division, of numbers."
InplaceTrueDivide (Take, Def, Use, Use) 0 => Inplace;
"a = -b"
Negate (Take, Def, Use, No) 0;
"a = +b"
Positive (Take, Def, Use, No) 0;
"a = ~b"
Invert (Take, Def, Use, No) 0;
"a = not b"
Not (Take, Def, Use, No) 0;
// ---- comparison ----
"a = b == c"
Equal (Take, Def, Use, Use) 0;
"a = b != c"
NotEqual (Take, Def, Use, Use) 0;
"a = b < c"
Less (Take, Def, Use, Use) 0;
"a = b <= c"
LessEqual (Take, Def, Use, Use) 0;
"a = b > c"
Greater (Take, Def, Use, Use) 0;
"a = b >= c"
GreaterEqual (Take, Def, Use, Use) 0;
"a = b is c"
Is (Take, Def, Use, Use) 0;
"a = b is not c"
IsNot (Take, Def, Use, Use) 0;
"a = b in c"
In (Take, Def, Use, Use) 0;
"a = b not in c"
NotIn (Take, Def, Use, Use) 0;
// ---- jumps ----
"Jumps by bc."
Jump (No, No, WideJump, No) 0;
"Jumps by bc (a negative number): the end of a loop's body."
JumpBack (No, No, WideJump, No) 0;
"Jumps by bc if a is true."
JumpIfTrue (Take, Use, WideJump, No) 0;
"Jumps by bc if a is false."
JumpIfFalse (Take, Use, WideJump, No) 0;
"Jumps by bc if the temporary a is true and keeps it; else releases it."
JumpIfTrueOrPop (No, Use, WideJump, No) 0;
"Jumps by bc if the temporary a is false and keeps it; else releases it."
JumpIfFalseOrPop (No, Use, WideJump, No) 0;
"Jumps by bc if a is None."
JumpIfNone (Take, Use, WideJump, No) 0;
"Jumps by bc if a is not None."
JumpIfNotNone (Take, Use, WideJump, No) 0;
"Jumps by c if a == b."
JumpIfEqual (Take, Use, Use, Jump) 0;
"Jumps by c unless a == b."
JumpUnlessEqual (Take, Use, Use, Jump) 0;
"Jumps by c if a != b."
JumpIfNotEqual (Take, Use, Use, Jump) 0;
"Jumps by c unless a != b."
JumpUnlessNotEqual (Take, Use, Use, Jump) 0;
"Jumps by c if a < b."
JumpIfLess (Take, Use, Use, Jump) 0;
"Jumps by c unless a < b."
JumpUnlessLess (Take, Use, Use, Jump) 0;
"Jumps by c if a <= b."
JumpIfLessEqual (Take, Use, Use, Jump) 0;
"Jumps by c unless a <= b."
JumpUnlessLessEqual (Take, Use, Use, Jump) 0;
"Jumps by c if a > b."
JumpIfGreater (Take, Use, Use, Jump) 0;
"Jumps by c unless a > b."
JumpUnlessGreater (Take, Use, Use, Jump) 0;
"Jumps by c if a >= b."
JumpIfGreaterEqual (Take, Use, Use, Jump) 0;
"Jumps by c unless a >= b."
JumpUnlessGreaterEqual (Take, Use, Use, Jump) 0;
"Jumps by c if a compares with the number b as x >> 3 says (0 ==, 1 !=, 2 <, 3 <=, 4 >, 5 >=)."
JumpIfCompareImm (Take, Use, Imm, Jump) 0;
"Jumps by c unless a compares with the number b as x >> 3 says."
JumpUnlessCompareImm (Take, Use, Imm, Jump) 0;
"Jumps by c if a is b."
JumpIfIs (Take, Use, Use, Jump) 0;
"Jumps by c if a is not b."
JumpIfIsNot (Take, Use, Use, Jump) 0;
"Jumps by c if a in b."
JumpIfIn (Take, Use, Use, Jump) 0;
"Jumps by c if a not in b."
JumpIfNotIn (Take, Use, Use, Jump) 0;
// ---- iteration ----
"a = iter(b)"
GetIter (Take, Def, Use, No) 0;
"Begins a loop over b in the temporaries a and a+1: a = iter(b); or for a list or a tuple a = b and a+1 = the place of the next item; or for a range of steps by one a = the next number and a+1 = the end."
BeginLoop (Take, Span, Use, No) 0;
"a = the next item of the iterator, or what else `BeginLoop` leaves, in temporary b; when it is exhausted, releases b and jumps by c."
ForIter (No, Def, Use, Jump) 1;
"ForIter of a range."
ForIterRange (No, Def, Use, Jump) 1 => ForIter;
"ForIter of a list."
ForIterList (No, Def, Use, Jump) 1 => ForIter;
"ForIter of a tuple."
ForIterTuple (No, Def, Use, Jump) 1 => ForIter;
"ForIter of a set."
ForIterSet (No, Def, Use, Jump) 1 => ForIter;
"ForIter of a dict's keys."
ForIterKey (No, Def, Use, Jump) 1 => ForIter;
"ForIter of a dict's values."
ForIterValue (No, Def, Use, Jump) 1 => ForIter;
"ForIter of a generator."
ForIterGenerator (No, Def, Use, Jump) 1 => ForIter;
"ForIter of pairs that UnpackSequence takes apart, and that instruction as well: two ticks."
ForIterPair (No, Def, Use, Jump) 1 => ForIter;
"a = the next item of what temporary b holds, and jumps by c; when it is exhausted, releases b and goes on: ForIter at the end of a loop's body."
NextIter (No, Def, Use, Jump) 1;
"NextIter of a range."
NextIterRange (No, Def, Use, Jump) 1 => NextIter;
"NextIter of a list."
NextIterList (No, Def, Use, Jump) 1 => NextIter;
"NextIter of a tuple."
NextIterTuple (No, Def, Use, Jump) 1 => NextIter;
"NextIter of a set."
NextIterSet (No, Def, Use, Jump) 1 => NextIter;
"NextIter of a dict's keys."
NextIterKey (No, Def, Use, Jump) 1 => NextIter;
"NextIter of a dict's values."
NextIterValue (No, Def, Use, Jump) 1 => NextIter;
"NextIter of a generator."
NextIterGenerator (No, Def, Use, Jump) 1 => NextIter;
"NextIter of pairs that UnpackSequence takes apart, and that instruction as well: two ticks."
NextIterPair (No, Def, Use, Jump) 1 => NextIter;
"Unpacks b into exactly c registers from a on: empty temporaries, or locals."
UnpackSequence (Take, Span, Use, Count) 0;
"Unpacks b into x registers, a list of the rest, and c more, from a on. Takes b."
UnpackRest (Count, Span, Use, Count) 0;
// ---- displays ----
"a = tuple of the c registers from b on, taken."
BuildTuple (No, Def, Span, Count) 0;
"a = list of the c registers from b on, taken."
BuildList (No, Def, Span, Count) 0;
"a = set of the c registers from b on, taken."
BuildSet (No, Def, Span, Count) 0;
"a = dict of the c key and value pairs from b on, taken."
BuildMap (No, Def, Span, Count) 0;
"a = the c strings from b on joined, taken."
BuildString (No, Def, Span, Count) 0;
"a = slice(b, b+1, b+2), taken."
BuildSlice (No, Def, Span, No) 0;
"Appends b to the list a (a comprehension's or display's own)."
ListAppend (Take, Use, Use, No) 0;
"Adds b to the set a."
SetAdd (Take, Use, Use, No) 0;
"a[b] = c for the dict a of a comprehension or display."
MapAdd (Take, Use, Use, Use) 0;
"Extends the list a by the iterable b. x >> 3 is 1 where the iterable is a starred item (its TypeError reads 'Value after * must be an iterable')."
ListExtend (Take, Use, Use, No) 0;
"Adds the items of iterable b to the set a."
SetUpdate (Take, Use, Use, No) 0;
"Updates the dict a with the mapping b (display: later keys win)."
DictUpdate (Take, Use, Use, No) 0;
"Updates the dict a with the mapping b as keyword arguments for the callable c: TypeError on a repeated or non-string key."
DictMerge (Take, Use, Use, Use) 0;
"a = tuple(list a), the list being this code's own temporary."
ListToTuple (No, Use, No, No) 0;
"a = format(b, c): x is 0 for none, 1 str, 2 repr, 3 ascii conversion first; c is the spec or NONE. Takes both."
FormatValue (Count, Def, Use, UseOrNone) 0;
// ---- calls ----
"a = call: b = callable, then from b+2 on x arguments. Where c is 1, b+1 holds self or is empty; where it is 0, nothing is there. All are taken."
Call (Count, Def, Span, Count) 2;
"Call of a function, nothing standing in b+1."
CallFunction (Count, Def, Span, Count) 2 => Call;
"Call of a function with the object in b+1."
CallMethod (Count, Def, Span, Count) 2 => Call;
"Call of a function that a bound method holds."
CallBound (Count, Def, Span, Count) 2 => Call;
"Call of a coroutine function that is awaited at once, and the three instructions that do that as well: four ticks."
CallAwaited (Count, Def, Span, Count) 2 => Call;
"Call of a class whose instances are made in the plain way and given to `__init__`."
CallClass (Count, Def, Span, Count) 2 => Call;
"Call of `range` for the loop that begins with the next instruction, and that instruction as well: two ticks."
CallRange (Count, Def, Span, Count) 2 => Call;
"Call of a native function."
CallNative (Count, Def, Span, Count) 2 => Call;
"Call of `len`."
CallLen (Count, Def, Span, Count) 2 => Call;
"Call of `isinstance` with a class whose metaclass is `type`."
CallIsInstance (Count, Def, Span, Count) 2 => Call;
"Call of a list's `append`."
CallAppend (Count, Def, Span, Count) 2 => Call;
"Call of a dict's `get` with a key, and perhaps a default."
CallGet (Count, Def, Span, Count) 2 => Call;
"As Call with x & 127 arguments, the last of which are keywords named by the tuple in constant c; x & 128 stands for Call's c."
CallKeywords (Count, Def, Span, Const) 2;
"a = b(*(b+2), **(b+3)): b = callable, b+2 = tuple, b+3 = dict, or no object. All are taken."
CallSpread (No, Def, Span, No) 2;
"Returns a (taken, also from a local: the frame ends)."
Return (No, Use, No, No) 0;
"Returns constant bc."
ReturnConst (No, No, WideConst, No) 0;
"a = function of code constant c; x: 1 defaults tuple, 2 keyword defaults dict, 4 annotations (a tuple of name, value pairs flattened, or a function), 8 closure tuple: the present ones are taken from b on, in this order."
MakeFunction (Count, Def, Span, Const) 0;
"a = generator of code constant c, as calling its function with the argument b would make it: x cells of its free variables stand behind b. All are taken."
Generate (Count, Def, Span, Const) 0;
"Generate for the Call behind it that collects the items, and that instruction as well: two ticks."
GenerateCollected (Count, Def, Span, Const) 0 => Generate;
"a = the function that builds classes."
LoadBuildClass (No, Def, No, No) 0;
// ---- generators ----
"Suspends the generator with the value b; when resumed a = the value sent."
Yield (Take, Def, Use, No) 0;
"a = b as the iterator of a yield from (or of an await, x = 1: `__await__`, x = 2: in `async for`'s anext, x = 3 and 4: in `async with`, at its start and end)."
GetYieldFromIter (Count, Def, Use, No) 0;
"Delegates: sends register c to the iterator in temporary b; what it yields is yielded, and on resumption c = the value sent and this instruction runs again; when it returns, a = its result, b is released. c starts as None."
YieldFrom (No, Def, Use, Use) 0;
"a = aiter(b)"
GetAiter (Take, Def, Use, No) 0;
"a = the awaitable of anext(b); b is kept"
GetAnext (No, Def, Use, No) 0;
"Exception a ended an async for: if it is StopAsyncIteration releases a and b and goes on, else raises it again."
EndAsyncFor (No, Use, Use, No) 0;
"Suspends an async generator with the value b, wrapped; when resumed a = the value sent."
YieldAsync (Take, Def, Use, No) 0;
// ---- exceptions ----
"Handler entry: a holds the exception; a+1 = what was being handled; a becomes what is being handled."
EnterHandler (No, Span, No, No) 0;
"Handler end: what a+1 holds is being handled again; a and a+1 are released."
LeaveHandler (No, Span, No, No) 0;
"raise (x = 0), raise a (1), raise a from b (2)"
Raise (Count, UseOrNone, UseOrNone, No) 0;
"Raises the exception in a (taken) again as it is, its traceback growing on."
Reraise (No, Use, No, No) 0;
"Jumps by c unless the exception a matches the type or tuple b (taken)."
JumpUnlessMatch (No, Use, Use, Jump) 0;
"except*: a = the part of exception group b matching c (taken) or None; b = the rest or None."
SplitGroup (No, Def, Use, Use) 0;
"except*: a = what to raise after the handlers: original group b, list c of raised and unhandled parts; None for nothing."
JoinGroup (No, Def, Use, Use) 0;
"Exceptional exit of a with statement: a = (b, b+1: exit function pair, taken)(type(c), c, c.__traceback__)."
WithExceptStart (No, Def, Span, Use) 0;
"a = AssertionError"
LoadAssertionError (No, Def, No, No) 0;
// ---- patterns ----
"a = len(b), borrowed"
GetLen (No, Def, Use, No) 0;
"a = whether b (borrowed) can match a sequence pattern (x = 0) or a mapping pattern (x = 1)"
MatchKind (Count, Def, Use, No) 0;
"a = tuple of the values of mapping b (borrowed) under the keys in tuple c (borrowed), or None if one is missing"
MatchKeys (No, Def, Use, Use) 0;
"a = tuple of the attributes for a class pattern or None: subject b (borrowed), class in c, tuple of keyword names in c+1 (both taken), x positional patterns"
MatchClass (Count, Def, Use, Span) 0;
"a = dict of the items of mapping b (borrowed) without the keys in tuple c (borrowed)"
MatchRest (No, Def, Use, Use) 0;
// ---- imports ----
"a = import of name c; b = level, b+1 = from-list, both taken"
ImportName (No, Def, Span, Name) 0;
"a = attribute or submodule c of module b (borrowed)"
ImportFrom (No, Def, Use, Name) 0;
"Binds all public names of module a (taken) in the namespace"
ImportStar (No, Use, No, No) 0;
// ---- the rest ----
"Makes sure that __annotations__ exists in the namespace"
SetupAnnotations (No, No, No, No) 0;
"a = intrinsic x of b and c (taken where not NONE): see the list of intrinsics"
Intrinsic (Count, Def, UseOrNone, UseOrNone) 0;
        }
    };
}

macro_rules! define {
    ($($doc:literal $name:ident ($x:ident, $a:ident, $b:ident, $c:ident) $caches:literal $(=> $generic:ident)?;)*) => {
        /// An instruction's operation.
        // The rows write Python's subscripts, which rustdoc would take for links.
        #[allow(rustdoc::broken_intra_doc_links)]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[repr(u8)]
        pub enum Opcode { $(#[doc = $doc] $name,)* }

        /// All opcodes in the order of their numbers.
        pub const ALL: &[Opcode] = &[$(Opcode::$name,)*];

        /// The number of cache words behind an instruction, by opcode.
        pub const CACHES: [u8; ALL.len()] = [$($caches,)*];

        static ROWS: &[Row] = &[$(Row {
            name: stringify!($name), doc: $doc, x: Extra::$x, a: Operand::$a, b: Operand::$b, c: Operand::$c,
            caches: $caches, generic: define!(@generic $name $($generic)?),
        },)*];
    };
    (@generic $name:ident) => { Opcode::$name };
    (@generic $name:ident $generic:ident) => { Opcode::$generic };
}
opcodes!(define);

impl Opcode {
    /// The row of the table.
    pub fn row(self) -> &'static Row {
        &ROWS[self as usize]
    }
}

/// What [`Opcode::Intrinsic`] does, by `x`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Intrinsic {
    /// Shows b as the interactive prompt does (sys.displayhook).
    PrintExpression,
    /// a = TypeVar named b.
    TypeVar,
    /// a = TypeVar named b with bound c (a function computing it lazily).
    TypeVarWithBound,
    /// a = TypeVar named b with constraints c (a function computing them lazily).
    TypeVarWithConstraints,
    /// a = ParamSpec named b.
    ParamSpec,
    /// a = TypeVarTuple named b.
    TypeVarTuple,
    /// a = type parameter b with default c (a function computing it lazily).
    SetTypeParamDefault,
    /// a = function or class b with `__type_params__` c.
    SetTypeParams,
    /// a = the base `Generic[*c]` for type parameters c; b unused.
    SubscriptGeneric,
    /// a = TypeAliasType from the tuple b = (name, type parameters or None, function computing the value).
    TypeAlias,
    /// a = async generator wrapped value b, StopIteration in b turned into RuntimeError: used at the end of
    /// generators as the handler of everything. b is the exception; it is raised, wrapped if it must be.
    StopIterationError,
}

/// All intrinsics in the order of their numbers.
pub const INTRINSICS: &[Intrinsic] = &[
    Intrinsic::PrintExpression,
    Intrinsic::TypeVar,
    Intrinsic::TypeVarWithBound,
    Intrinsic::TypeVarWithConstraints,
    Intrinsic::ParamSpec,
    Intrinsic::TypeVarTuple,
    Intrinsic::SetTypeParamDefault,
    Intrinsic::SetTypeParams,
    Intrinsic::SubscriptGeneric,
    Intrinsic::TypeAlias,
    Intrinsic::StopIterationError,
];
