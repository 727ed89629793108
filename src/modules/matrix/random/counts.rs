//! Numbers of events: of Poisson's distribution and the binomial one.

use super::pcg::Pcg;

/// A number of Poisson's distribution with this mean.
pub fn poisson(pcg: &mut Pcg, mean: f64) -> i64 {
    if mean >= 10.0 {
        return rejected(pcg, mean);
    }
    if mean == 0.0 {
        return 0;
    }
    // Products of fractions, until they fall below e**-mean.
    let least = (-mean).exp();
    let mut product = 1.0;
    for count in 0.. {
        product *= pcg.fraction();
        if product <= least {
            return count;
        }
    }
    0
}

/// By transformed rejection (Hörmann, "The Transformed Rejection Method for Generating Poisson Random Variables", PTRS).
fn rejected(pcg: &mut Pcg, mean: f64) -> i64 {
    let b = 0.931 + 2.53 * mean.sqrt();
    let a = -0.059 + 0.02483 * b;
    let inverse = 1.1239 + 1.1328 / (b - 3.4);
    let sure = 0.9277 - 3.6224 / (b - 2.0);
    loop {
        let u = pcg.fraction() - 0.5;
        let v = pcg.fraction();
        let edge = 0.5 - u.abs();
        let count = ((2.0 * a / edge + b) * u + mean + 0.43).floor();
        if edge >= 0.07 && v <= sure {
            return count as i64;
        }
        if count < 0.0 || edge < 0.013 && v > edge {
            continue;
        }
        let density = -mean + count * mean.ln() - lgamma(count + 1.0);
        if v.ln() + inverse.ln() - (a / (edge * edge) + b).ln() <= density {
            return count as i64;
        }
    }
}

// SAFETY: this function of the C library takes and gives a number only.
unsafe extern "C" {
    safe fn lgamma(x: f64) -> f64;
}

/// The number of successes in so many trials.
pub fn binomial(pcg: &mut Pcg, trials: i64, chance: f64) -> i64 {
    if trials == 0 || chance == 0.0 {
        return 0;
    }
    let rare = chance.min(1.0 - chance);
    let count = if rare * trials as f64 <= 30.0 {
        inverted(pcg, trials, rare)
    } else {
        Btpe::new(trials, rare).draw(pcg)
    };
    if chance <= 0.5 { count } else { trials - count }
}

/// By inversion, where few successes are to be expected.
fn inverted(pcg: &mut Pcg, trials: i64, chance: f64) -> i64 {
    let (failure, n) = (1.0 - chance, trials as f64);
    let none = (n * failure.ln()).exp();
    let mean = n * chance;
    let most = n.min(mean + 10.0 * (mean * failure + 1.0).sqrt()) as i64;
    let (mut count, mut share, mut left) = (0, none, pcg.fraction());
    while left > share {
        count += 1;
        if count > most {
            (count, share, left) = (0, none, pcg.fraction());
            continue;
        }
        left -= share;
        share = ((trials - count + 1) as f64 * chance * share) / (count as f64 * failure);
    }
    count
}

/// Algorithm BTPE (Kachitvichyanukul and Schmeiser, "Binomial Random Variate Generation"): a triangle in the middle,
/// parallelograms beside it and exponential tails lie over the distribution. The names are the paper's.
struct Btpe {
    n: f64,
    r: f64,
    q: f64,
    m: f64,
    xm: f64,
    xl: f64,
    xr: f64,
    c: f64,
    lambda_left: f64,
    lambda_right: f64,
    p: [f64; 4],
}

impl Btpe {
    fn new(trials: i64, chance: f64) -> Btpe {
        let (n, r, q) = (trials as f64, chance, 1.0 - chance);
        let mean = n * r + r;
        let m = mean.floor();
        let p1 = (2.195 * (n * r * q).sqrt() - 4.6 * q).floor() + 0.5;
        let xm = m + 0.5;
        let (xl, xr) = (xm - p1, xm + p1);
        let c = 0.134 + 20.5 / (15.3 + m);
        let slope = |a: f64| a * (1.0 + a / 2.0);
        let lambda_left = slope((mean - xl) / (mean - xl * r));
        let lambda_right = slope((xr - mean) / (xr * q));
        let p2 = p1 * (1.0 + 2.0 * c);
        let p3 = p2 + c / lambda_left;
        let p4 = p3 + c / lambda_right;
        Btpe { n, r, q, m, xm, xl, xr, c, lambda_left, lambda_right, p: [p1, p2, p3, p4] }
    }

    fn draw(&self, pcg: &mut Pcg) -> i64 {
        let [p1, p2, p3, p4] = self.p;
        loop {
            let u = pcg.fraction() * p4;
            let v = pcg.fraction();
            if u <= p1 {
                return (self.xm - p1 * v + u).floor() as i64;
            }
            let (y, v) = if u <= p2 {
                let x = self.xl + (u - p1) / self.c;
                let v = v * self.c + 1.0 - (self.m - x + 0.5).abs() / p1;
                if v > 1.0 {
                    continue;
                }
                (x.floor(), v)
            } else if u <= p3 {
                let y = (self.xl + v.ln() / self.lambda_left).floor();
                if y < 0.0 || v == 0.0 {
                    continue;
                }
                (y, v * (u - p2) * self.lambda_left)
            } else {
                let y = (self.xr - v.ln() / self.lambda_right).floor();
                if y > self.n || v == 0.0 {
                    continue;
                }
                (y, v * (u - p3) * self.lambda_right)
            };
            if self.accepts(y, v) {
                return y as i64;
            }
        }
    }

    fn accepts(&self, y: f64, v: f64) -> bool {
        let Btpe { n, r, q, m, xm, .. } = *self;
        let variance = n * r * q;
        let k = (y - m).abs();
        if k <= 20.0 || k >= variance / 2.0 - 1.0 {
            // The ratio of the probabilities of y and m, step by step.
            let s = r / q;
            let a = s * (n + 1.0);
            let ratio =
                |from: f64, to: f64| ((from as i64 + 1)..=to as i64).fold(1.0, |f, i| f * (a / i as f64 - s));
            let f = if m < y {
                ratio(m, y)
            } else {
                ((y as i64 + 1)..=m as i64).fold(1.0, |f, i| f / (a / i as f64 - s))
            };
            return v <= f;
        }
        let rho = (k / variance) * ((k * (k / 3.0 + 0.625) + 0.166_666_666_666_666_66) / variance + 0.5);
        let t = -k * k / (2.0 * variance);
        let log = v.ln();
        if log < t - rho {
            return true;
        }
        if log > t + rho {
            return false;
        }
        let (x, f, z, w) = (y + 1.0, m + 1.0, n + 1.0 - m, n - y + 1.0);
        let stirling = |x: f64| {
            let square = x * x;
            let series = 99.0 - 140.0 / square;
            (13860.0 - (462.0 - (132.0 - series / square) / square) / square) / x / 166_320.0
        };
        let bound = xm * (f / x).ln()
            + (n - m + 0.5) * (z / w).ln()
            + (y - m) * (w * r / (x * q)).ln()
            + stirling(f)
            + stirling(z)
            - stirling(x)
            - stirling(w);
        log <= bound
    }
}
