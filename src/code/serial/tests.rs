//! What is written of code is read as it was, and what is not code is refused.

use super::*;
use crate::compile::{self, Options};
use crate::syntax;

const SOURCE: &[u8] = b"
x = 1, 2.5, 3j, 'text', b'bytes', None, True, ..., 10 ** 30, 123456789012345678901234567890
def f(a, /, b=2, *c, d, **e):
    try:
        return lambda: a in {1, 2, 3}
    except ValueError as error:
        print(f'{error!r:>10}', b, c, d, e)
class C:
    y = [i for i in range(3)]
";

fn sample() -> Code {
    let parsed = syntax::parse_module(SOURCE, "sample.py").expect("the sample is right");
    let code = compile::module(&parsed, &Options::default()).expect("the sample compiles");
    Rc::unwrap_or_clone(code)
}

#[test]
fn code_comes_back_as_it_was() {
    let code = sample();
    assert_eq!(read(&write(&code)), Ok(code));
}

#[test]
fn what_is_cut_or_changed_is_refused_or_still_code() {
    let bytes = write(&sample());
    for length in 0..bytes.len() {
        assert_eq!(read(&bytes[..length]), Err(Corrupt));
    }
    for place in 0..bytes.len() {
        let mut changed = bytes.clone();
        changed[place] ^= 0x55;
        if let Ok(code) = read(&changed) {
            assert_eq!(verify(&code), Ok(()));
        }
    }
}
