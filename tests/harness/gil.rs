//! What the command line shows of the GIL: figures as text and as JSON, their meaning in words, and the policies.

use crate::process::{Outcome, Request};

fn gilly(arguments: &[&str]) -> Outcome {
    let outcome = Request::new(crate::gilly(), arguments).run();
    assert!(!outcome.timed_out, "timed out\n{}", outcome.stderr);
    outcome
}

const COMPUTING: &str = "
import threading
def compute():
    number = 0
    while number < 1_500_000:
        number += 1
threads = [threading.Thread(target=compute) for _ in range(2)]
for thread in threads: thread.start()
for thread in threads: thread.join()
";

const SLEEPING: &str = "
import threading, time
threads = [threading.Thread(target=time.sleep, args=(0.3,)) for _ in range(4)]
for thread in threads: thread.start()
for thread in threads: thread.join()
";

/// Looks at the JSON on its standard input by the schema whose path it is given, and then at what the figures promise.
const CHECK: &str = r#"
import json, sys
schema = json.load(open(sys.argv[1]))
stats = json.load(sys.stdin)
TYPES = {"object": dict, "array": list, "string": str, "integer": int, "number": (int, float), "null": type(None)}
def check(value, schema, path):
    kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    assert any(isinstance(value, TYPES[kind]) for kind in kinds), path
    if isinstance(value, dict):
        known = schema.get("properties", {})
        assert set(schema.get("required", ())) <= set(value), path
        for name, item in value.items():
            rest = schema["additionalProperties"]
            assert name in known or rest, (path, name)
            check(item, known.get(name, rest), path + "/" + name)
    if isinstance(value, list):
        for item in value:
            check(item, schema["items"], path + "/*")
check(stats, schema, "")
finished = [thread for thread in stats["threads"] if thread["activity"] == "finished"]
print(len(finished), all(thread["ticks"] > 3_000_000 for thread in finished))
held = sum(thread["held"] for thread in stats["threads"])
print(held <= stats["elapsed"] * 1.01, stats["contended"] <= stats["elapsed"], stats["gil_bound"] > 0.3)
held_up = sum(thread["held_up"] for thread in stats["threads"])
print(abs(held_up - stats["contended"]) < 0.01 * stats["contended"])
pairs = {(wait["waiter"], wait["holder"]): wait["seconds"] for wait in stats["waits"]}
first, second = (thread["id"] for thread in finished)
print((first, second) in pairs, (second, first) in pairs)
waited = {thread["id"]: thread["waited"] - thread["waking"] for thread in stats["threads"]}
print(all(sum(time for (who, _), time in pairs.items() if who == thread) <= waited[thread] * 1.01 + 0.001 for thread in waited))
print(any(thread["place"] and thread["place"]["line"] in (5, 6) for thread in finished))
print(any(thread["releases"].get("tick", {"count": 0})["count"] > 0 for thread in finished))
"#;

#[test]
fn figures_as_json_follow_their_schema() {
    let outcome = gilly(&["run", "--gil-stats=json", "-c", COMPUTING]);
    assert_eq!((outcome.stdout.as_str(), outcome.exit), ("", 0));
    let schema = crate::root().join("docs/gil-stats.schema.json");
    let mut check = Request::new(crate::gilly(), &["-c", CHECK, &schema.to_string_lossy()]);
    check.stdin = outcome.stderr.clone().into_bytes();
    let checked = check.run();
    let expected = "2 True\nTrue True True\nTrue\nTrue True\nTrue\nTrue\nTrue\n";
    assert_eq!(checked.stdout, expected, "{}\n{}", checked.stderr, outcome.stderr);
}

#[test]
fn figures_as_text() {
    let outcome = gilly(&["run", "--gil-stats", "-c", COMPUTING]);
    for words in
        ["policy ticks:1000000,io-first", "MainThread (1)", "<string>:", "Released for", "Who waited"]
    {
        assert!(outcome.stderr.contains(words), "no {words:?} in\n{}", outcome.stderr);
    }
}

#[test]
fn what_the_figures_mean() {
    let explained = |program: &str| gilly(&["run", "--explain", "-c", program]).stderr;
    let computing = explained(COMPUTING);
    assert!(computing.contains("did nothing but compute"), "{computing}");
    assert!(computing.contains("Processes do"), "{computing}");
    let sleeping = explained(SLEEPING);
    assert!(sleeping.contains("threads do help"), "{sleeping}");
    assert!(!sleeping.contains("compute"), "{sleeping}");
    assert_eq!(explained("pass"), "");
}

#[test]
fn a_script_chooses_a_policy_and_reads_the_figures() {
    let program = "
import gil
gil.set_policy('py2:100')
print(gil.policy())
gil.set_policy('interval:0.25')
print(gil.policy())
gil.set_policy('ticks:500')
print(gil.policy())
gil.set_policy('fifo')
print(gil.policy())
for wrong in ('', 'ticks', 'ticks:0', 'ticks:-1', 'interval:nan', 'interval:-1', 'py2:x', 'fifo,never'):
    try:
        gil.set_policy(wrong)
    except ValueError as error:
        print(error)
before = gil.stats()['threads'][0]['ticks']
for _ in range(100):
    pass
after = gil.stats()['threads'][0]
print(after['ticks'] - before > 100, after['activity'], after['name'], after['releases'])
";
    let outcome = gilly(&["-c", program]);
    let wrong = ["", "ticks", "ticks:0", "ticks:-1", "interval:nan", "interval:-1", "py2:x", "never"];
    let wrong = wrong.map(|word| {
        format!("a policy is ticks:N, interval:SECONDS, py2:N, fifo or io-first, not '{word}'\n")
    });
    let policies = "py2:100\ninterval:0.25\nticks:500,io-first\nticks:500,fifo\n";
    let expected = format!("{policies}{}True holding MainThread {{}}\n", wrong.concat());
    assert_eq!((outcome.stdout, outcome.exit), (expected, 0), "{}", outcome.stderr);
}

#[test]
fn policies_are_chosen_by_the_command_line() {
    for (choice, shown) in [
        ("ticks:1_000", "ticks:1000,io-first"),
        ("interval:0.005", "interval:0.005"),
        ("py2:100", "py2:100"),
        ("fifo", "ticks:1000000,fifo"),
        ("ticks:7,fifo", "ticks:7,fifo"),
        ("io-first", "ticks:1000000,io-first"),
    ] {
        let outcome = gilly(&["--gil", choice, "-c", "import gil; print(gil.policy())"]);
        assert_eq!(outcome.stdout, format!("{shown}\n"), "{}", outcome.stderr);
    }
    let outcome = gilly(&["--gil", "never", "-c", ""]);
    assert_eq!(outcome.exit, 2);
    assert!(
        outcome.stderr.contains("ticks:N, interval:SECONDS, py2:N, fifo or io-first"),
        "{}",
        outcome.stderr
    );
}
