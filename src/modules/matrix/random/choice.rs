//! Shuffles, and samples of places with and without repetition.

use std::collections::HashSet;

use super::pcg::Pcg;

/// Swaps each number from the last down to `first` with one before it or itself.
fn shuffle<T>(pcg: &mut Pcg, items: &mut [T], first: usize) {
    for place in (first..items.len()).rev() {
        items.swap(place, pcg.below(place as u64) as usize);
    }
}

/// The places 0 up to `count` in random order.
pub fn permutation(pcg: &mut Pcg, count: usize) -> Vec<i64> {
    let mut places: Vec<i64> = (0..count as i64).collect();
    for place in (1..count).rev() {
        places.swap(place, pcg.masked(place as u64) as usize);
    }
    places
}

/// So many different places below `count`; in random order if they are shuffled.
pub fn sample(pcg: &mut Pcg, count: usize, wanted: usize, shuffled: bool) -> Vec<i64> {
    let share = if shuffled { 50 } else { 20 };
    if count > 10_000 && wanted > count / share {
        // Many of many: the end of a shuffle.
        let mut places: Vec<i64> = (0..count as i64).collect();
        shuffle(pcg, &mut places, (count - wanted).max(1));
        return places.split_off(count - wanted);
    }
    // Floyd's algorithm.
    let mut seen = HashSet::new();
    let mut places = Vec::with_capacity(wanted);
    for largest in count - wanted..count {
        let drawn = pcg.below(largest as u64);
        let place = if seen.insert(drawn) { drawn } else { largest as u64 };
        seen.insert(place);
        places.push(place as i64);
    }
    if shuffled {
        shuffle(pcg, &mut places, 1);
    }
    places
}

/// Sums of the chances up to each place, the last of them 1.
fn sums(chances: &[f64]) -> Vec<f64> {
    let mut sum = 0.0;
    let sums: Vec<f64> = chances
        .iter()
        .map(|chance| {
            sum += chance;
            sum
        })
        .collect();
    sums.iter().map(|part| part / sum).collect()
}

fn place_of(sums: &[f64], fraction: f64) -> usize {
    sums.partition_point(|&sum| sum <= fraction)
}

/// So many places by their chances, with repetition.
pub fn weighted(pcg: &mut Pcg, chances: &[f64], wanted: usize) -> Vec<i64> {
    let sums = sums(chances);
    (0..wanted).map(|_| place_of(&sums, pcg.fraction()) as i64).collect()
}

/// So many different places by their chances.
pub fn weighted_sample(pcg: &mut Pcg, chances: &[f64], wanted: usize) -> Vec<i64> {
    let mut chances = chances.to_vec();
    let mut found: Vec<i64> = Vec::with_capacity(wanted);
    while found.len() < wanted {
        let fractions: Vec<f64> = (found.len()..wanted).map(|_| pcg.fraction()).collect();
        for &place in &found {
            chances[place as usize] = 0.0;
        }
        let sums = sums(&chances);
        let mut seen = HashSet::new();
        let places = fractions.iter().map(|&fraction| place_of(&sums, fraction) as i64);
        found.extend(places.filter(|&place| seen.insert(place)).collect::<Vec<i64>>());
    }
    found
}
