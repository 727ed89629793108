//! `strptime`: text to time, by a format.

use crate::gil::Gil;
use crate::modules::convert;
use crate::object::raised::value_error;
use crate::object::{Arguments, Result, Value};

use super::calendar;

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// What has been read so far.
#[derive(Default)]
struct Found {
    year: Option<i64>,
    month: Option<i64>,
    day: Option<i64>,
    hour: i64,
    afternoon: Option<bool>,
    minute: i64,
    second: i64,
    weekday: Option<i64>,
    day_of_year: Option<i64>,
    offset: Option<i64>,
    zone: Option<String>,
}

pub fn strptime(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let given = arguments.between(gil, "strptime", 1, 2)?;
    let text = convert::text_argument(gil, &given[0], "strptime", 1)?;
    let format = match given.get(1) {
        Some(format) => convert::text_argument(gil, format, "strptime", 2)?.lossy().into_owned(),
        None => "%a %b %d %H:%M:%S %Y".to_owned(),
    };
    let text = text.lossy().into_owned();
    let mut reader = Reader { rest: &text, found: Found::default() };
    match reader.follow(&format) {
        Err(Failure::BadDirective(letter)) => {
            Err(value_error(gil, format!("'{letter}' is a bad directive in format '{format}'")))
        }
        Err(Failure::Stray) => Err(value_error(gil, format!("stray % in format '{format}'"))),
        Err(Failure::Mismatch) => Err(value_error(
            gil,
            format!("time data {text:?} does not match format {format:?}").replace('"', "'"),
        )),
        Ok(()) if !reader.rest.is_empty() => {
            Err(value_error(gil, format!("unconverted data remains: {}", reader.rest)))
        }
        Ok(()) => finish(gil, reader.found),
    }
}

enum Failure {
    BadDirective(char),
    Stray,
    Mismatch,
}

struct Reader<'a> {
    rest: &'a str,
    found: Found,
}

impl Reader<'_> {
    fn follow(&mut self, format: &str) -> std::result::Result<(), Failure> {
        let mut letters = format.chars().peekable();
        while let Some(letter) = letters.next() {
            match letter {
                '%' => {
                    let directive = letters.next().ok_or(Failure::Stray)?;
                    self.directive(directive)?;
                }
                space if space.is_whitespace() => {
                    while letters.peek().is_some_and(|next| next.is_whitespace()) {
                        letters.next();
                    }
                    let trimmed = self.rest.trim_start();
                    if trimmed.len() == self.rest.len() {
                        return Err(Failure::Mismatch);
                    }
                    self.rest = trimmed;
                }
                _ => {
                    let first = self.rest.chars().next().ok_or(Failure::Mismatch)?;
                    if !first.to_lowercase().eq(letter.to_lowercase()) {
                        return Err(Failure::Mismatch);
                    }
                    self.rest = &self.rest[first.len_utf8()..];
                }
            }
        }
        Ok(())
    }

    fn directive(&mut self, directive: char) -> std::result::Result<(), Failure> {
        match directive {
            'Y' => self.found.year = Some(self.number(4, 4, 0..=9999)?),
            'y' => {
                let year = self.number(2, 2, 0..=99)?;
                self.found.year = Some(if year < 69 { 2000 + year } else { 1900 + year });
            }
            'm' => self.found.month = Some(self.number(1, 2, 1..=12)?),
            'd' => self.found.day = Some(self.number(1, 2, 1..=31)?),
            'H' => self.found.hour = self.number(1, 2, 0..=23)?,
            'I' => self.found.hour = self.number(1, 2, 1..=12)?,
            'M' => self.found.minute = self.number(1, 2, 0..=59)?,
            'S' => self.found.second = self.number(1, 2, 0..=61)?,
            'j' => self.found.day_of_year = Some(self.number(1, 3, 1..=366)?),
            'w' => self.found.weekday = Some((self.number(1, 1, 0..=6)? + 6) % 7),
            'u' => self.found.weekday = Some(self.number(1, 1, 1..=7)? - 1),
            'p' => {
                let word = self.rest.get(..2).ok_or(Failure::Mismatch)?.to_lowercase();
                self.found.afternoon = match &*word {
                    "am" => Some(false),
                    "pm" => Some(true),
                    _ => return Err(Failure::Mismatch),
                };
                self.rest = &self.rest[2..];
            }
            'a' | 'A' => self.found.weekday = Some(self.name(&DAYS, directive == 'a')?),
            'b' | 'h' | 'B' => self.found.month = Some(self.name(&MONTHS, directive != 'B')? + 1),
            'f' => {
                let digits = self.digits(6);
                if digits.is_empty() {
                    return Err(Failure::Mismatch);
                }
            }
            'z' => self.zone_offset()?,
            'Z' => self.zone_name(),
            'c' => self.follow("%a %b %d %H:%M:%S %Y")?,
            'x' | 'D' => self.follow("%m/%d/%y")?,
            'X' | 'T' => self.follow("%H:%M:%S")?,
            'R' => self.follow("%H:%M")?,
            'F' => self.follow("%Y-%m-%d")?,
            '%' => self.rest = self.rest.strip_prefix('%').ok_or(Failure::Mismatch)?,
            _ => return Err(Failure::BadDirective(directive)),
        }
        Ok(())
    }

    fn digits(&mut self, most: usize) -> &str {
        let end = self.rest.bytes().take(most).take_while(u8::is_ascii_digit).count();
        let (digits, rest) = self.rest.split_at(end);
        self.rest = rest;
        digits
    }

    fn number(
        &mut self,
        least: usize,
        most: usize,
        range: std::ops::RangeInclusive<i64>,
    ) -> std::result::Result<i64, Failure> {
        let whole = self.rest;
        for length in (least..=most).rev() {
            self.rest = whole;
            let digits = self.digits(length);
            if digits.len() == length
                && let Ok(number) = digits.parse()
                && range.contains(&number)
            {
                return Ok(number);
            }
        }
        Err(Failure::Mismatch)
    }

    fn name(&mut self, names: &[&str], short: bool) -> std::result::Result<i64, Failure> {
        let rest = self.rest.to_lowercase();
        for (place, name) in names.iter().enumerate() {
            let name = if short { &name[..3] } else { name };
            if rest.starts_with(name) {
                self.rest = &self.rest[name.len()..];
                return Ok(place as i64);
            }
        }
        Err(Failure::Mismatch)
    }

    fn zone_offset(&mut self) -> std::result::Result<(), Failure> {
        if let Some(rest) = self.rest.strip_prefix('Z') {
            self.rest = rest;
            self.found.offset = Some(0);
            return Ok(());
        }
        let sign = match self.rest.bytes().next() {
            Some(b'+') => 1,
            Some(b'-') => -1,
            _ => return Err(Failure::Mismatch),
        };
        self.rest = &self.rest[1..];
        let hours = self.number(2, 2, 0..=23)?;
        self.rest = self.rest.strip_prefix(':').unwrap_or(self.rest);
        let minutes = self.number(2, 2, 0..=59)?;
        self.found.offset = Some(sign * (hours * 3600 + minutes * 60));
        Ok(())
    }

    fn zone_name(&mut self) {
        let names = calendar::zone().names;
        for name in ["UTC", "GMT"].into_iter().chain(names.iter().map(String::as_str)) {
            if !name.is_empty()
                && self.rest.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name))
            {
                self.found.zone = Some(self.rest[..name.len()].to_owned());
                self.rest = &self.rest[name.len()..];
                return;
            }
        }
    }
}

/// The number of days from the first of January of year 1 to that of another.
fn days_before_year(year: i64) -> i64 {
    let before = year - 1;
    before * 365 + before / 4 - before / 100 + before / 400
}

fn is_leap(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

fn days_in_month(year: i64, month: i64) -> i64 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

fn finish(gil: Gil<'_>, found: Found) -> Result<Value> {
    let year = found.year.unwrap_or(1900);
    let (mut month, mut day) = (found.month.unwrap_or(1), found.day.unwrap_or(1));
    if let (Some(day_of_year), None, None) = (found.day_of_year, found.month, found.day) {
        day = day_of_year;
        month = 1;
        while day > days_in_month(year, month) && month < 12 {
            day -= days_in_month(year, month);
            month += 1;
        }
    }
    if day > days_in_month(year, month) {
        // The 29th of February without a year is one of a leap year.
        let leap_day = found.year.is_none() && month == 2 && day == 29;
        if !leap_day {
            return Err(value_error(gil, "day is out of range for month"));
        }
    }
    let before: i64 = (1..month).map(|month| days_in_month(year, month)).sum();
    let day_of_year = found.day_of_year.unwrap_or(before + day);
    let weekday = found.weekday.unwrap_or((days_before_year(year) + before + day + 6) % 7);
    let hour = match found.afternoon {
        Some(true) => found.hour % 12 + 12,
        Some(false) => found.hour % 12,
        None => found.hour,
    };
    let zone = found.zone.map_or(Value::NONE, |zone| convert::text(gil, &zone));
    let offset = found.offset.map_or(Value::NONE, |offset| convert::int(gil, offset));
    let numbers = [year, month, day, hour, found.minute, found.second, weekday, day_of_year, -1];
    Ok(calendar::from_numbers(gil, numbers, zone, offset))
}
