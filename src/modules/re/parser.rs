//! From the text of a pattern to its tree.

use std::collections::HashMap;

use super::escapes;
use super::source::{Fault, Read, Source, Token, number_of, shown, text_of};
use super::syntax::{At, ENDLESS, Item, Manner, Node, Width, flags};
use crate::gil::Gil;
use crate::object::recursion;
use crate::types::str::repr;

/// So many groups at most.
const MOST_GROUPS: u64 = 1 << 30;

/// A pattern that has been read.
pub struct Parsed {
    pub tree: Node,
    pub flags: u32,
    /// Groups, the whole match included.
    pub groups: usize,
    /// Names and numbers, in the order of the groups.
    pub names: Vec<(Vec<u32>, usize)>,
    /// Widths of the groups.
    pub widths: Vec<Option<Width>>,
    /// FutureWarnings.
    pub warnings: Vec<String>,
}

/// A pattern that is being read.
pub struct Parser<'a> {
    pub source: Source<'a>,
    gil: Gil<'a>,
    flags: u32,
    /// The widths of the groups that are closed; of the whole match, never.
    widths: Vec<Option<Width>>,
    names: Vec<(Vec<u32>, usize)>,
    numbers: HashMap<Vec<u32>, usize>,
    /// Conditions on groups by number, and where they stand.
    conditions: Vec<(u64, usize)>,
    /// In a look-behind: the number of groups before it.
    behind: Option<usize>,
    warnings: Vec<String>,
}

/// Reads a pattern.
pub fn parse<'a>(gil: Gil<'a>, characters: &'a [u32], is_text: bool, flags: u32) -> Read<Parsed> {
    let mut parser = Parser {
        source: Source::new(characters, is_text)?,
        gil,
        flags,
        widths: vec![None],
        names: Vec::new(),
        numbers: HashMap::new(),
        conditions: Vec::new(),
        behind: None,
        warnings: Vec::new(),
    };
    let tree = parser.alternatives(flags & flags::VERBOSE != 0, 0)?;
    let flags = fix_flags(parser.flags, is_text)?;
    if parser.source.peek().is_some() {
        return Err(parser.source.fault("unbalanced parenthesis", 0));
    }
    for (group, at) in &parser.conditions {
        if *group >= parser.widths.len() as u64 {
            return Err(Fault::Error(format!("invalid group reference {group}"), Some(*at)));
        }
    }
    Ok(Parsed {
        tree,
        flags,
        groups: parser.widths.len(),
        names: parser.names,
        widths: parser.widths,
        warnings: parser.warnings,
    })
}

fn fix_flags(given: u32, is_text: bool) -> Read<u32> {
    if is_text {
        if given & flags::LOCALE != 0 {
            return Err(Fault::Value("cannot use LOCALE flag with a str pattern"));
        }
        if given & flags::ASCII != 0 && given & flags::UNICODE != 0 {
            return Err(Fault::Value("ASCII and UNICODE flags are incompatible"));
        }
        return Ok(if given & flags::ASCII == 0 { given | flags::UNICODE } else { given });
    }
    if given & flags::UNICODE != 0 {
        return Err(Fault::Value("cannot use UNICODE flag with a bytes pattern"));
    }
    if given & flags::LOCALE != 0 && given & flags::ASCII != 0 {
        return Err(Fault::Value("ASCII and LOCALE flags are incompatible"));
    }
    Ok(given)
}

/// The flag of a letter.
fn flag_of(token: Token) -> Option<u32> {
    let Token::Plain(point) = token else { return None };
    Some(match char::from_u32(point)? {
        'i' => flags::IGNORECASE,
        'L' => flags::LOCALE,
        'm' => flags::MULTILINE,
        's' => flags::DOTALL,
        'x' => flags::VERBOSE,
        'a' => flags::ASCII,
        'u' => flags::UNICODE,
        _ => return None,
    })
}

/// What `(?` begins.
enum Opening {
    /// Something whole, or nothing.
    Done(Option<Node>),
    /// A group, perhaps with a name, or flags to add and to remove.
    Group { captures: bool, atomic: bool, name: Option<Vec<u32>>, add: u32, remove: u32 },
}

impl Parser<'_> {
    /// Is there a group of this number?
    pub fn has_group(&self, group: usize) -> bool {
        group < self.widths.len()
    }

    /// Has it not ended yet?
    pub fn is_open(&self, group: usize) -> bool {
        self.widths.get(group).is_some_and(Option::is_none)
    }

    /// A look-behind may refer only to groups that were there before it.
    pub fn check_behind(&self, group: usize) -> Read<()> {
        let Some(before) = self.behind else { return Ok(()) };
        if !self.has_group(group) || self.is_open(group) {
            return Err(self.source.fault("cannot refer to an open group", 0));
        }
        if group >= before {
            let message = "cannot refer to group defined in the same lookbehind subpattern";
            return Err(self.source.fault(message, 0));
        }
        Ok(())
    }

    fn alternatives(&mut self, mut verbose: bool, nested: usize) -> Read<Node> {
        recursion::enter(self.gil)?;
        let mut branches = Vec::new();
        loop {
            let first = nested == 0 && branches.is_empty();
            branches.push(self.sequence(verbose, nested + 1, first)?);
            if !self.source.matches('|')? {
                break;
            }
            if nested == 0 {
                verbose = self.flags & flags::VERBOSE != 0;
            }
        }
        match branches.len() {
            1 => Ok(branches.swap_remove(0)),
            _ => Ok(Node::Branch(branches)),
        }
    }

    fn sequence(&mut self, mut verbose: bool, nested: usize, first: bool) -> Read<Node> {
        let mut parts: Vec<Node> = Vec::new();
        while let Some(token) = self.source.peek() {
            if token.is('|') || token.is(')') {
                break;
            }
            self.source.take()?;
            let point = match token {
                Token::Escape(point) => {
                    // Of white space in a verbose pattern an escaped one counts.
                    parts.push(escapes::outside(self, point)?);
                    continue;
                }
                Token::Plain(point) => point,
            };
            let character = char::from_u32(point).unwrap_or('a');
            if verbose && matches!(character, ' ' | '\t' | '\n' | '\r' | '\x0b' | '\x0c') {
                continue;
            }
            match character {
                '#' if verbose => {
                    while let Some(next) = self.source.take()? {
                        if next.is('\n') {
                            break;
                        }
                    }
                }
                '[' => parts.push(self.set()?),
                '.' => parts.push(Node::Any),
                '^' => parts.push(Node::At(At::Beginning)),
                '$' => parts.push(Node::At(At::End)),
                '*' | '+' | '?' | '{' => self.repeat(character, &mut parts)?,
                '(' => {
                    let group = self.group(verbose, nested, first && parts.is_empty())?;
                    parts.extend(group);
                    if first && parts.is_empty() {
                        verbose = verbose || self.flags & flags::VERBOSE != 0;
                    }
                }
                _ => parts.push(Node::Literal(point)),
            }
        }
        Ok(Node::Sequence(parts))
    }

    /// What follows a `[`.
    fn set(&mut self) -> Read<Node> {
        let here = self.source.tell() - 1;
        if self.source.comes('[') {
            self.warnings.push(format!("Possible nested set at position {}", self.source.tell()));
        }
        let negated = self.source.matches('^')?;
        let mut items = Vec::new();
        loop {
            let Some(this) = self.source.take()? else { return Err(self.unterminated_set(here)) };
            if this.is(']') && !items.is_empty() {
                break;
            }
            if !items.is_empty()
                && let Token::Plain(point) = this
                && self.source.peek() == Some(this)
            {
                let kind = match char::from_u32(point) {
                    Some('-') => "difference",
                    Some('&') => "intersection",
                    Some('~') => "symmetric difference",
                    Some('|') => "union",
                    _ => "",
                };
                if !kind.is_empty() {
                    let at = self.source.tell() - 1;
                    self.warnings.push(format!("Possible set {kind} at position {at}"));
                }
            }
            let first = self.set_item(this)?;
            if !self.source.matches('-')? {
                items.push(first);
                continue;
            }
            let Some(that) = self.source.take()? else { return Err(self.unterminated_set(here)) };
            if that.is(']') {
                items.extend([first, Item::Literal('-' as u32)]);
                break;
            }
            if that.is('-') {
                let at = self.source.tell() - 2;
                self.warnings.push(format!("Possible set difference at position {at}"));
            }
            let second = self.set_item(that)?;
            match (first, second) {
                (Item::Literal(low), Item::Literal(high)) if low <= high => {
                    items.push(Item::Range(low, high))
                }
                _ => {
                    let message = format!("bad character range {}-{}", this.shown(), that.shown());
                    return Err(self.source.fault(message, this.length() + 1 + that.length()));
                }
            }
        }
        Ok(Node::Set { items, negated })
    }

    fn unterminated_set(&self, here: usize) -> Fault {
        self.source.fault("unterminated character set", self.source.tell() - here)
    }

    fn set_item(&mut self, token: Token) -> Read<Item> {
        match token {
            Token::Plain(point) => Ok(Item::Literal(point)),
            Token::Escape(point) => escapes::in_set(&mut self.source, point),
        }
    }

    /// Repeats the last part.
    fn repeat(&mut self, sign: char, parts: &mut Vec<Node>) -> Read<()> {
        let here = self.source.tell();
        let (least, most) = match sign {
            '?' => (0, 1),
            '*' => (0, ENDLESS),
            '+' => (1, ENDLESS),
            _ => match self.bounds(here)? {
                Some(bounds) => bounds,
                None => {
                    parts.push(Node::Literal('{' as u32));
                    return Ok(());
                }
            },
        };
        let back = self.source.tell() - here + 1;
        let Some(item) = parts.pop() else { return Err(self.source.fault("nothing to repeat", back)) };
        match item {
            Node::At(_) => return Err(self.source.fault("nothing to repeat", back)),
            Node::Repeat { .. } => return Err(self.source.fault("multiple repeat", back)),
            _ => {}
        }
        let manner = if self.source.matches('?')? {
            Manner::Lazy
        } else if self.source.matches('+')? {
            Manner::Possessive
        } else {
            Manner::Greedy
        };
        parts.push(Node::Repeat { least, most, manner, body: Box::new(item) });
        Ok(())
    }

    /// The numbers in braces; none if the brace stands for itself.
    fn bounds(&mut self, here: usize) -> Read<Option<(u32, u32)>> {
        if self.source.comes('}') {
            return Ok(None);
        }
        let low = self.source.digits(usize::MAX, 10)?;
        let high = if self.source.matches(',')? { self.source.digits(usize::MAX, 10)? } else { low.clone() };
        if !self.source.matches('}')? {
            self.source.seek(here);
            return Ok(None);
        }
        let number = |digits: &str, missing: u32| match digits {
            "" => Ok(missing),
            digits => match digits.parse::<u32>() {
                Ok(number) if number < ENDLESS => Ok(number),
                _ => Err(Fault::TooLarge("the repetition number is too large")),
            },
        };
        let (least, most) = (number(&low, 0)?, number(&high, ENDLESS)?);
        if most < least {
            let message = "min repeat greater than max repeat";
            return Err(self.source.fault(message, self.source.tell() - here));
        }
        Ok(Some((least, most)))
    }

    /// What follows a `(`; nothing for comments and flags.
    fn group(&mut self, verbose: bool, nested: usize, first: bool) -> Read<Option<Node>> {
        let start = self.source.tell() - 1;
        let opening = match self.source.matches('?')? {
            true => self.extension(start, verbose, nested, first)?,
            false => Opening::Group { captures: true, atomic: false, name: None, add: 0, remove: 0 },
        };
        let (captures, atomic, name, add, remove) = match opening {
            Opening::Done(node) => return Ok(node),
            Opening::Group { captures, atomic, name, add, remove } => (captures, atomic, name, add, remove),
        };
        let number = if captures { Some(self.open(name)?) } else { None };
        let verbose = (verbose || add & flags::VERBOSE != 0) && remove & flags::VERBOSE == 0;
        let body = self.alternatives(verbose, nested + 1)?;
        self.close(start)?;
        if let Some(number) = number {
            self.widths[number] = Some(body.width(&self.widths));
        }
        let body = Box::new(body);
        Ok(Some(if atomic { Node::Atomic(body) } else { Node::Group { number, add, remove, body } }))
    }

    fn close(&mut self, start: usize) -> Read<()> {
        if self.source.matches(')')? {
            return Ok(());
        }
        let message = "missing ), unterminated subpattern";
        Err(self.source.fault(message, self.source.tell() - start))
    }

    /// A new group.
    fn open(&mut self, name: Option<Vec<u32>>) -> Read<usize> {
        let number = self.widths.len();
        self.widths.push(None);
        if let Some(name) = name {
            if let Some(before) = self.numbers.get(&name) {
                let shown = repr::of(&text_of(&name));
                let message =
                    format!("redefinition of group name {shown} as group {number}; was group {before}");
                return Err(self.source.fault(message, name.len() + 1));
            }
            self.numbers.insert(name.clone(), number);
            self.names.push((name, number));
        }
        Ok(number)
    }

    fn known(&self, name: &[u32]) -> Read<usize> {
        self.numbers.get(name).copied().ok_or_else(|| {
            let message = format!("unknown group name {}", repr::of(&text_of(name)));
            self.source.fault(message, name.len() + 1)
        })
    }

    fn next(&mut self) -> Read<Token> {
        match self.source.take()? {
            Some(token) => Ok(token),
            None => Err(self.source.fault("unexpected end of pattern", 0)),
        }
    }

    /// What follows a `(?`.
    fn extension(&mut self, start: usize, verbose: bool, nested: usize, first: bool) -> Read<Opening> {
        let plain = |atomic| Opening::Group { captures: false, atomic, name: None, add: 0, remove: 0 };
        let token = self.next()?;
        let Token::Plain(point) = token else {
            return Err(self
                .source
                .fault(format!("unknown extension ?{}", token.shown()), token.length() + 1));
        };
        match char::from_u32(point).unwrap_or(' ') {
            'P' => self.named(),
            ':' => Ok(plain(false)),
            '>' => Ok(plain(true)),
            '#' => loop {
                match self.source.take()? {
                    None => {
                        let message = "missing ), unterminated comment";
                        return Err(self.source.fault(message, self.source.tell() - start));
                    }
                    Some(token) if token.is(')') => return Ok(Opening::Done(None)),
                    Some(_) => {}
                }
            },
            '=' => self.look(start, false, false, verbose, nested),
            '!' => self.look(start, false, true, verbose, nested),
            '<' => {
                let token = self.next()?;
                if !token.is('=') && !token.is('!') {
                    let message = format!("unknown extension ?<{}", token.shown());
                    return Err(self.source.fault(message, token.length() + 2));
                }
                self.look(start, true, token.is('!'), verbose, nested)
            }
            '(' => self.conditional(start, verbose, nested),
            '-' => self.flags(start, token, first),
            _ if flag_of(token).is_some() => self.flags(start, token, first),
            _ => Err(self.source.fault(format!("unknown extension ?{}", token.shown()), token.length() + 1)),
        }
    }

    /// `(?P<name>` and `(?P=name)`.
    fn named(&mut self) -> Read<Opening> {
        if self.source.matches('<')? {
            let name = self.source.until('>', "group name")?;
            self.source.check_name(&name, 1)?;
            return Ok(Opening::Group { captures: true, atomic: false, name: Some(name), add: 0, remove: 0 });
        }
        if self.source.matches('=')? {
            let name = self.source.until(')', "group name")?;
            self.source.check_name(&name, 1)?;
            let group = self.known(&name)?;
            if self.is_open(group) {
                return Err(self.source.fault("cannot refer to an open group", name.len() + 1));
            }
            self.check_behind(group)?;
            return Ok(Opening::Done(Some(Node::Reference(group))));
        }
        let token = self.next()?;
        Err(self.source.fault(format!("unknown extension ?P{}", token.shown()), token.length() + 2))
    }

    fn look(
        &mut self,
        start: usize,
        behind: bool,
        negated: bool,
        verbose: bool,
        nested: usize,
    ) -> Read<Opening> {
        let outer = self.behind;
        if behind && outer.is_none() {
            self.behind = Some(self.widths.len());
        }
        let body = self.alternatives(verbose, nested + 1)?;
        if behind {
            self.behind = outer;
        }
        self.close(start)?;
        let is_empty = matches!(&body, Node::Sequence(parts) if parts.is_empty());
        let node = match negated && is_empty {
            true => Node::Failure,
            false => Node::Look { behind, negated, body: Box::new(body) },
        };
        Ok(Opening::Done(Some(node)))
    }

    fn conditional(&mut self, start: usize, verbose: bool, nested: usize) -> Read<Opening> {
        recursion::enter(self.gil)?;
        let name = self.source.until(')', "group name")?;
        let group = match number_of(&name) {
            None => {
                self.source.check_name(&name, 1)?;
                self.known(&name)?
            }
            Some(0) => return Err(self.source.fault("bad group number", name.len() + 1)),
            Some(number) => {
                if number >= MOST_GROUPS {
                    let message = format!("invalid group reference {number}");
                    return Err(self.source.fault(message, name.len() + 1));
                }
                if !self.conditions.iter().any(|(known, _)| *known == number) {
                    self.conditions.push((number, self.source.tell() - name.len() - 1));
                }
                number as usize
            }
        };
        self.check_behind(group)?;
        let yes = Box::new(self.sequence(verbose, nested + 1, false)?);
        let mut no = None;
        if self.source.matches('|')? {
            no = Some(Box::new(self.sequence(verbose, nested + 1, false)?));
            if self.source.comes('|') {
                return Err(self.source.fault("conditional backref with more than two branches", 0));
            }
        }
        self.close(start)?;
        Ok(Opening::Done(Some(Node::Conditional { group, yes, no })))
    }

    /// Flags: for the whole pattern, or for a group.
    fn flags(&mut self, start: usize, token: Token, first: bool) -> Read<Opening> {
        let (mut add, mut remove) = (0, 0);
        let mut token = token;
        if !token.is('-') {
            loop {
                add |= self.added(token, add)?;
                token = self.flag_letter("missing -, : or )")?;
                if token.is(')') || token.is('-') || token.is(':') {
                    break;
                }
                self.check_flag(token, "missing -, : or )")?;
            }
        }
        if token.is(')') {
            self.flags |= add;
            if !first {
                let message = "global flags not at the start of the expression";
                return Err(self.source.fault(message, self.source.tell() - start));
            }
            return Ok(Opening::Done(None));
        }
        if token.is('-') {
            token = self.flag_letter("missing flag")?;
            self.check_flag(token, "missing flag")?;
            loop {
                let flag = flag_of(token).unwrap_or(0);
                if flag & flags::TYPES != 0 {
                    let message = "bad inline flags: cannot turn off flags 'a', 'u' and 'L'";
                    return Err(self.source.fault(message, 0));
                }
                remove |= flag;
                token = self.flag_letter("missing :")?;
                if token.is(':') {
                    break;
                }
                self.check_flag(token, "missing :")?;
            }
        }
        if add & remove != 0 {
            return Err(self.source.fault("bad inline flags: flag turned on and off", 1));
        }
        Ok(Opening::Group { captures: false, atomic: false, name: None, add, remove })
    }

    fn added(&self, token: Token, before: u32) -> Read<u32> {
        let flag = flag_of(token).unwrap_or(0);
        let message = match (flag, self.source.is_text) {
            (flags::LOCALE, true) => "bad inline flags: cannot use 'L' flag with a str pattern",
            (flags::UNICODE, false) => "bad inline flags: cannot use 'u' flag with a bytes pattern",
            _ if flag & flags::TYPES != 0 && (before | flag) & flags::TYPES != flag => {
                "bad inline flags: flags 'a', 'u' and 'L' are incompatible"
            }
            _ => return Ok(flag),
        };
        Err(self.source.fault(message, 0))
    }

    fn flag_letter(&mut self, missing: &str) -> Read<Token> {
        match self.source.take()? {
            Some(token) => Ok(token),
            None => Err(self.source.fault(missing, 0)),
        }
    }

    fn check_flag(&self, token: Token, missing: &str) -> Read<()> {
        if flag_of(token).is_some() {
            return Ok(());
        }
        let is_alphabetic =
            matches!(token, Token::Plain(point) if shown(point).chars().all(char::is_alphabetic));
        let message = if is_alphabetic { "unknown flag" } else { missing };
        Err(self.source.fault(message, token.length()))
    }
}
