//! When a running thread must make way for a waiting one: the policy, and the speed of ticks it is planned with.

use std::fmt;
use std::str::FromStr;
use std::sync::atomic::AtomicBool;
use std::sync::atomic::AtomicU32;
use std::sync::atomic::AtomicU64;
use std::sync::atomic::Ordering::Relaxed;
use std::time::Duration;

/// Ticks that a thread runs before it hands the GIL to a waiting one, unless told otherwise: a millisecond or two.
pub const DEFAULT_SWITCH_TICKS: u32 = 1_000_000;

/// The distance of the boundaries at which a thread back from I/O may be let in and pending work is looked at: some 20
/// to 50 microseconds.
pub const MINIMUM_SLICE: u32 = 10_000;

/// How long before a switch the successor is woken, unless told otherwise. Waking an idle core takes 25 to 47 microseconds
/// on a virtual machine; 40 was the cheapest of the leads measured.
pub const DEFAULT_WAKE_AHEAD: Duration = Duration::from_micros(40);

/// When a running thread makes way for a waiting one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Policy {
    /// After exactly this many ticks of its slice: repeatable. Threads back from I/O are let in earlier. As long as no
    /// policy has been chosen, a slice of very slow ticks ends earlier, too (`is_bounded_in_time`).
    Ticks(u32),
    /// When another has waited this long, measured by the clock at instruction boundaries, as CPython does it. Nobody
    /// is preferred.
    Interval(Duration),
    /// Every so many ticks it lets go of the GIL and grabs for it again at once, as Python 2 did: the waiter that is woken
    /// mostly comes too late. For study; neither fair nor repeatable.
    Unfair(u32),
}

impl Policy {
    /// CPython's interval.
    pub const DEFAULT_INTERVAL: Duration = Duration::from_millis(5);

    /// The policy in force.
    pub fn current() -> Policy {
        let word = POLICY.load(Relaxed);
        match word & (INTERVAL | UNFAIR) {
            0 => Policy::Ticks(word as u32),
            UNFAIR => Policy::Unfair(word as u32),
            _ => Policy::Interval(Duration::from_nanos(word & !INTERVAL)),
        }
    }

    /// Puts the policy in force. Each thread follows it from its next boundary on: at once if that thread's loop asks
    /// for a new budget (`Gil::spent` with what it has used), otherwise after a minimum slice at most.
    pub fn set(self) {
        let word = match self {
            Policy::Ticks(ticks) => u64::from(ticks.max(1)),
            Policy::Interval(interval) => {
                INTERVAL | u64::try_from(interval.as_nanos()).unwrap_or(u64::MAX).min(UNFAIR - 1)
            }
            Policy::Unfair(ticks) => UNFAIR | u64::from(ticks.max(1)),
        };
        POLICY.store(word, Relaxed);
    }
}

/// A policy as it is written: `ticks:N`, `interval:SECONDS`, `py2:N`; `fifo` and `io-first` for the order, alone or after
/// a comma.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Choice {
    policy: Option<Policy>,
    in_order: Option<bool>,
}

impl Choice {
    /// What is in force.
    pub fn current() -> Choice {
        Choice { policy: Some(Policy::current()), in_order: Some(is_in_order_of_arrival()) }
    }

    /// Puts it in force; what it does not say stays as it is.
    pub fn set(self) {
        if let Some(policy) = self.policy {
            policy.set();
        }
        if let Some(in_order) = self.in_order {
            set_in_order_of_arrival(in_order);
        }
    }
}

impl FromStr for Choice {
    type Err = String;

    fn from_str(text: &str) -> Result<Choice, String> {
        let mut choice = Choice { policy: None, in_order: None };
        for word in text.split(',') {
            match word.trim() {
                "fifo" => choice.in_order = Some(true),
                "io-first" => choice.in_order = Some(false),
                word => choice.policy = Some(policy_of(word).ok_or_else(|| unknown(word))?),
            }
        }
        Ok(choice)
    }
}

fn policy_of(word: &str) -> Option<Policy> {
    let (name, value) = word.split_once(':')?;
    let ticks = || value.replace('_', "").parse::<u32>().ok().filter(|&ticks| ticks > 0);
    match name {
        "ticks" => ticks().map(Policy::Ticks),
        "py2" => ticks().map(Policy::Unfair),
        "interval" => {
            let seconds = value.parse::<f64>().ok().filter(|&seconds| seconds > 0.0 && seconds <= 1e9)?;
            Some(Policy::Interval(Duration::from_secs_f64(seconds)))
        }
        _ => None,
    }
}

fn unknown(word: &str) -> String {
    format!("a policy is ticks:N, interval:SECONDS, py2:N, fifo or io-first, not '{word}'")
}

impl fmt::Display for Choice {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.policy {
            Some(Policy::Ticks(ticks)) => write!(formatter, "ticks:{ticks}")?,
            Some(Policy::Interval(interval)) => write!(formatter, "interval:{}", interval.as_secs_f64())?,
            Some(Policy::Unfair(ticks)) => write!(formatter, "py2:{ticks}")?,
            None => {}
        }
        let order = self.in_order.map(|in_order| if in_order { "fifo" } else { "io-first" });
        match (self.policy, order) {
            // Under the other policies everybody waits in the order of arrival anyway.
            (Some(Policy::Ticks(_)), Some(order)) => write!(formatter, ",{order}"),
            (None, Some(order)) => formatter.write_str(order),
            _ => Ok(()),
        }
    }
}

/// Chooses switching by ticks: `sys.setcheckinterval`, `--switch-ticks`. Zero counts as one.
pub fn set_switch_ticks(ticks: u32) {
    Policy::Ticks(ticks).set();
}

/// Has slices end by ticks alone from now on, as if the policy in force had been chosen: for whoever makes ticks slow and
/// is not to change the schedule by that.
pub fn leave_time_aside() {
    POLICY.fetch_and(!BOUNDED, Relaxed);
}

/// Chooses the order in which threads that wait under the tick policy get the GIL: as they came (`fifo`), or those back from
/// I/O first, which is the default (`io-first`).
fn set_in_order_of_arrival(in_order: bool) {
    IN_ORDER.store(in_order, Relaxed);
}

/// Whether threads get the GIL in the order in which they have asked for it.
pub(super) fn is_in_order_of_arrival() -> bool {
    IN_ORDER.load(Relaxed)
}

/// Written by whoever sets it, read by whoever queues a thread. Relaxed: no other memory hangs on it.
static IN_ORDER: AtomicBool = AtomicBool::new(false);

/// Chooses switching by the clock: `sys.setswitchinterval`.
pub fn set_switch_interval(interval: Duration) {
    Policy::Interval(interval).set();
}

/// Chooses how long before a switch the successor is woken; zero for not before. It moves no switch, it only makes the
/// switch cheap.
pub fn set_wake_ahead(lead: Duration) {
    WAKE_AHEAD.store(u64::try_from(lead.as_nanos()).unwrap_or(u64::MAX).min(1_000_000_000), Relaxed);
}

/// Whether a slice may end before its last tick because it has taken too long: until somebody chooses a policy.
pub(super) fn is_bounded_in_time() -> bool {
    POLICY.load(Relaxed) & BOUNDED != 0
}

/// The flag of `Policy::Interval` in the word of the policy.
const INTERVAL: u64 = 1 << 63;
/// The flag of `Policy::Unfair`.
const UNFAIR: u64 = 1 << 62;
/// The flag of slices that end by time, too.
const BOUNDED: u64 = 1 << 61;

/// | value | meaning |
/// |---|---|
/// | neither bit 63 nor 62 | `Policy::Ticks`, the low 32 bits are the ticks, never 0; bit 61 says that time counts, too |
/// | bit 63 | `Policy::Interval`, the low 62 bits are nanoseconds |
/// | bit 62 | `Policy::Unfair`, the low 32 bits are the ticks, never 0 |
///
/// Written by whoever sets the policy, read by the holder at boundaries. Relaxed: no other memory hangs on it.
static POLICY: AtomicU64 = AtomicU64::new(BOUNDED | DEFAULT_SWITCH_TICKS as u64);

/// How long before a switch the successor is woken, in nanoseconds; 0 for never.
///
/// Written by whoever sets it, read by the holder at boundaries. Relaxed: no other memory hangs on it.
static WAKE_AHEAD: AtomicU64 = AtomicU64::new(DEFAULT_WAKE_AHEAD.as_nanos() as u64);

/// Nanoseconds that 1024 ticks take, never 0: a moving average, only an estimate for the wake-ahead and for spinning.
///
/// Written by the holder of the GIL at the ends of slices, read by anyone. Relaxed: no other memory hangs on it.
static PACE: AtomicU32 = AtomicU32::new(1024);

/// The number of cores this process may run on, 0 before they have been counted.
///
/// Written by `count_cores`, read by anyone. Relaxed: no other memory hangs on it.
static CORES: AtomicU32 = AtomicU32::new(0);

/// Takes in that `ticks` ticks took `nanoseconds`.
pub(super) fn learn_pace(ticks: u64, nanoseconds: u64) {
    // Too few ticks tell more of the clock than of the ticks.
    if ticks < 1000 {
        return;
    }
    let sample = (nanoseconds * 1024 / ticks).clamp(1, 1 << 24) as u32;
    let average = PACE.load(Relaxed);
    PACE.store((average - average / 4 + sample / 4).max(1), Relaxed);
}

/// About how many ticks run in so many nanoseconds.
pub(super) fn ticks_in(nanoseconds: u64) -> u32 {
    (nanoseconds * 1024 / u64::from(PACE.load(Relaxed))).min(u64::from(u32::MAX)) as u32
}

/// About how many nanoseconds so many ticks take.
pub(super) fn time_of(ticks: u64) -> u64 {
    ticks.saturating_mul(u64::from(PACE.load(Relaxed))) / 1024
}

/// How many ticks before a switch the successor is to be woken, 0 for not at all.
pub(super) fn lead_ticks() -> u32 {
    ticks_in(WAKE_AHEAD.load(Relaxed))
}

/// The number of cores that this process may use.
pub fn cores() -> u32 {
    match CORES.load(Relaxed) {
        0 => count_cores(),
        cores => cores,
    }
}

/// Counts the cores that the calling thread may run on; to be called again when its affinity changes. With one core
/// nothing in this room spins: the thread waited for could not run meanwhile.
pub fn count_cores() -> u32 {
    // The standard library's count reads the files of control groups too, which is most of what a start costs here.
    // SAFETY: the set is all zeros, a state that it may have, and as large as is said; the macro only reads it.
    let count = unsafe {
        let mut set = std::mem::zeroed::<libc::cpu_set_t>();
        match libc::sched_getaffinity(0, size_of::<libc::cpu_set_t>(), &raw mut set) {
            0 => libc::CPU_COUNT(&set),
            _ => 1,
        }
    };
    let cores = count.max(1) as u32;
    CORES.store(cores, Relaxed);
    cores
}
