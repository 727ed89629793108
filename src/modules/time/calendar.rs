//! Moments as calendars have them: `struct_time`, and its ways to seconds and to text.

use std::cell::OnceCell;
use std::ffi::{CStr, CString};

use crate::gil::Gil;
use crate::modules::convert;
use crate::modules::struct_sequence::{Class, StructSequence};
use crate::object::raised::{overflow_error, type_error, value_error};
use crate::object::{Arguments, Result, Value};

/// `time.struct_time`.
pub static STRUCT_TIME: StructSequence = StructSequence {
    name: "struct_time",
    module: "time",
    doc: "The time value as returned by gmtime(), localtime(), and strptime(), and\n accepted by asctime(), mktime() and strftime().",
    fields: &[
        "tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst",
    ],
    unnamed: &[],
    hidden: &["tm_zone", "tm_gmtoff"],
    constructible: true,
    class: Class::new(OnceCell::new()),
};

/// The local time zone.
pub struct Zone {
    pub standard: i64,
    pub summer: i64,
    pub has_summer: bool,
    pub names: [String; 2],
}

unsafe extern "C" {
    fn tzset();
}

/// Reads the time zone from the environment anew.
pub fn read_zone() {
    // SAFETY: the call takes nothing; the environment is changed under the GIL only.
    unsafe { tzset() };
}

/// The zone, found out from a winter's and a summer's day of this year.
pub fn zone() -> Zone {
    read_zone();
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    let year = now.map_or(0, |now| now.as_secs() as i64) / 31_556_952 * 31_556_952;
    let moments = [year, year + 15_778_476].map(|moment| local(moment).ok());
    let [Some(winter), Some(summer)] = moments else {
        return Zone { standard: 0, summer: 0, has_summer: false, names: ["UTC".into(), "UTC".into()] };
    };
    let name = |time: &libc::tm| zone_name(time);
    let (january, july) = ((-winter.tm_gmtoff, name(&winter)), (-summer.tm_gmtoff, name(&summer)));
    let (standard, other) = if january.0 >= july.0 { (january, july) } else { (july, january) };
    Zone {
        standard: standard.0,
        summer: other.0,
        has_summer: standard.0 != other.0,
        names: [standard.1, other.1],
    }
}

fn zone_name(time: &libc::tm) -> String {
    if time.tm_zone.is_null() {
        return String::new();
    }
    // SAFETY: the library's name of a zone ends in a zero byte and is never freed.
    unsafe { CStr::from_ptr(time.tm_zone) }.to_string_lossy().into_owned()
}

fn local(seconds: i64) -> std::result::Result<libc::tm, i32> {
    // SAFETY: the structure is plain numbers and a pointer that may be null, and the call fills it.
    unsafe {
        let mut time = std::mem::zeroed::<libc::tm>();
        if libc::localtime_r(&seconds, &mut time).is_null() { Err(libc::EOVERFLOW) } else { Ok(time) }
    }
}

fn universal(seconds: i64) -> std::result::Result<libc::tm, i32> {
    // SAFETY: as above.
    unsafe {
        let mut time = std::mem::zeroed::<libc::tm>();
        if libc::gmtime_r(&seconds, &mut time).is_null() { Err(libc::EOVERFLOW) } else { Ok(time) }
    }
}

/// The `struct_time` of broken-down time.
fn make(gil: Gil<'_>, time: &libc::tm, zone: &str) -> Value {
    let mut items = convert::ints(
        gil,
        [
            i64::from(time.tm_year) + 1900,
            i64::from(time.tm_mon) + 1,
            time.tm_mday.into(),
            time.tm_hour.into(),
            time.tm_min.into(),
            time.tm_sec.into(),
            (i64::from(time.tm_wday) + 6) % 7,
            i64::from(time.tm_yday) + 1,
            time.tm_isdst.into(),
        ],
    );
    items.push(convert::text(gil, zone));
    items.push(convert::int(gil, time.tm_gmtoff));
    STRUCT_TIME.make(gil, items)
}

/// The `struct_time` of numbers that `strptime` has found; zone and offset are those given.
pub fn from_numbers(gil: Gil<'_>, numbers: [i64; 9], zone: Value, offset: Value) -> Value {
    let mut items = convert::ints(gil, numbers);
    items.extend([zone, offset]);
    STRUCT_TIME.make(gil, items)
}

/// The moment that an optional argument of seconds stands for: now without.
fn seconds_argument(gil: Gil<'_>, arguments: Arguments<'_>, function: &str) -> Result<i64> {
    let given = arguments.between(gil, function, 0, 1)?;
    match given.first().filter(|value| !value.is_none()) {
        None => Ok(now()),
        Some(value) => whole_seconds(gil, value),
    }
}

fn now() -> i64 {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    since.map_or(0, |since| since.as_secs() as i64)
}

fn whole_seconds(gil: Gil<'_>, value: &Value) -> Result<i64> {
    if let Some(seconds) = convert::as_f64(value) {
        if seconds.is_nan() {
            return Err(value_error(gil, "Invalid value NaN (not a number)"));
        }
        if seconds.abs() > 9e18 {
            return Err(overflow_error(gil, "timestamp out of range for platform time_t"));
        }
        return Ok(seconds.floor() as i64);
    }
    convert::to_i64(gil, value)
}

pub fn localtime(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let time = local(seconds_argument(gil, arguments, "localtime")?);
    let time = time.map_err(|errno| convert::os_error(gil, errno))?;
    Ok(make(gil, &time, &zone_name(&time)))
}

pub fn gmtime(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let time = universal(seconds_argument(gil, arguments, "gmtime")?);
    let time = time.map_err(|errno| convert::os_error(gil, errno))?;
    Ok(make(gil, &time, &zone_name(&time)))
}

/// Broken-down time of a `struct_time` or a tuple of nine numbers.
fn broken_down(gil: Gil<'_>, value: &Value, function: &str) -> Result<libc::tm> {
    let Some(items) = convert::tuple_items(value) else {
        return Err(type_error(gil, "Tuple or struct_time argument required"));
    };
    if items.len() < 9 {
        return Err(type_error(gil, format!("{function}(): illegal time tuple argument")));
    }
    let mut numbers = [0; 9];
    for (number, item) in numbers.iter_mut().zip(&items) {
        *number = convert::to_i32(gil, item)?;
    }
    let [year, month, day, hour, minute, second, weekday, day_of_year, summer] = numbers;
    if year < i32::MIN + 1900 {
        return Err(overflow_error(gil, "year out of range"));
    }
    // SAFETY: the structure is plain numbers and a pointer that may be null.
    let mut time = unsafe { std::mem::zeroed::<libc::tm>() };
    time.tm_year = year - 1900;
    time.tm_mon = month - 1;
    time.tm_mday = day;
    time.tm_hour = hour;
    time.tm_min = minute;
    time.tm_sec = second;
    time.tm_wday = (weekday + 1) % 7;
    time.tm_yday = day_of_year - 1;
    time.tm_isdst = summer;
    if let Some(offset) = items.get(10).filter(|offset| !offset.is_none()) {
        time.tm_gmtoff = convert::to_i64(gil, offset)?;
    }
    Ok(time)
}

/// Checks the ranges that text can show; zeros for month and day stand for ones.
fn check(gil: Gil<'_>, time: &mut libc::tm) -> Result<()> {
    if time.tm_mon == -1 {
        time.tm_mon = 0;
    }
    if time.tm_mday == 0 {
        time.tm_mday = 1;
    }
    if time.tm_yday == -1 {
        time.tm_yday = 0;
    }
    let wrong = if !(0..=11).contains(&time.tm_mon) {
        "month out of range"
    } else if !(1..=31).contains(&time.tm_mday) {
        "day of month out of range"
    } else if !(0..=23).contains(&time.tm_hour) {
        "hour out of range"
    } else if !(0..=59).contains(&time.tm_min) {
        "minute out of range"
    } else if !(0..=61).contains(&time.tm_sec) {
        "seconds out of range"
    } else if time.tm_wday < 0 {
        "day of week out of range"
    } else if !(0..=365).contains(&time.tm_yday) {
        "day of year out of range"
    } else {
        return Ok(());
    };
    Err(value_error(gil, wrong))
}

pub fn mktime(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [time] = arguments.exactly::<1>(gil, "time.mktime")?;
    let mut time = broken_down(gil, time, "mktime")?;
    time.tm_wday = -1;
    // SAFETY: the structure is whole.
    let seconds = unsafe { libc::mktime(&mut time) };
    if seconds == -1 && time.tm_wday == -1 {
        return Err(overflow_error(gil, "mktime argument out of range"));
    }
    Ok(Value::float(seconds as f64))
}

const DAYS: [&str; 7] = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

fn readable(gil: Gil<'_>, time: &libc::tm) -> Value {
    let (day, month) = (DAYS[time.tm_wday as usize % 7], MONTHS[time.tm_mon as usize % 12]);
    let year = i64::from(time.tm_year) + 1900;
    let (hour, minute, second) = (time.tm_hour, time.tm_min, time.tm_sec);
    convert::text(gil, &format!("{day} {month} {:>2} {hour:02}:{minute:02}:{second:02} {year}", time.tm_mday))
}

/// The broken-down time of an optional argument: the local time now without.
fn time_argument(gil: Gil<'_>, given: Option<&Value>, function: &str) -> Result<libc::tm> {
    let mut time = match given {
        Some(value) => broken_down(gil, value, function)?,
        None => local(now()).map_err(|errno| convert::os_error(gil, errno))?,
    };
    check(gil, &mut time)?;
    Ok(time)
}

pub fn asctime(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let given = arguments.between(gil, "asctime", 0, 1)?;
    Ok(readable(gil, &time_argument(gil, given.first(), "asctime")?))
}

pub fn ctime(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let time = local(seconds_argument(gil, arguments, "ctime")?);
    Ok(readable(gil, &time.map_err(|errno| convert::os_error(gil, errno))?))
}

pub fn strftime(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let given = arguments.between(gil, "strftime", 1, 2)?;
    let format = convert::text_argument(gil, &given[0], "strftime", 1)?;
    let time = time_argument(gil, given.get(1), "strftime")?;
    let mut text = Vec::new();
    for part in format.bytes().split(|&byte| byte == 0).enumerate() {
        if part.0 > 0 {
            text.push(0);
        }
        text.extend(formatted(&time, part.1));
    }
    Ok(convert::os_text(gil, &text))
}

/// Text in the C library's words; the format holds no zero byte.
fn formatted(time: &libc::tm, format: &[u8]) -> Vec<u8> {
    if format.is_empty() {
        return Vec::new();
    }
    // A mark at the end tells an empty text from one that did not fit.
    let marked = [format, b"."].concat();
    let Ok(format) = CString::new(marked) else { return Vec::new() };
    let mut buffer = vec![0_u8; 1024];
    loop {
        let zone = CString::new("UTC").unwrap_or_default();
        let mut time = *time;
        if time.tm_zone.is_null() {
            time.tm_zone = zone.as_ptr();
        }
        // SAFETY: the buffer is as long as is said, format and zone end in a zero byte.
        let length =
            unsafe { libc::strftime(buffer.as_mut_ptr().cast(), buffer.len(), format.as_ptr(), &time) };
        if length > 0 || buffer.len() > 256 * format.as_bytes().len() + 1024 {
            buffer.truncate(length.saturating_sub(1));
            return buffer;
        }
        buffer.resize(buffer.len() * 2, 0);
    }
}
