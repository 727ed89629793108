// The script of the page: draws the lanes, zooms and moves them, tells what lies under the pointer, fills the table.
//
// A step costs the same however long the trace is. What is visible is found by binary search, only rows on the screen are
// drawn, and spans narrower than a pixel are never looked at one by one: a column of pixels takes the sums of those that
// end in it from running sums, which are made once.
"use strict";
// Browsers read JSON several times as fast as a program.
const trace = JSON.parse(document.getElementById("numbers").textContent);

// A span is four numbers: length, state, target (1 for the first), owner (1 for the first lane); it begins where the one
// before it ends. A note is start, length, bytes, text; a task start, length, name; a hand-off time, from, to, reason.
// Times are nanoseconds.
const SPAN = 4, NOTE = 4, TASK = 3, HANDOFF = 4, NAMES = 190, ROW = 26, GAP = 8, HEAD = 22, AXIS = 26;
// What is left free above and below the spans of a row.
const EDGE = 4;
// So high a canvas at most, in pixels: browsers have no higher ones. Only printing wants all rows at once.
const HIGHEST = 16000;
const GROUPS = ["held", "waiting", "native", "lock", "io", "sleep"];
// The places of other colours after those of the groups.
const BACK = GROUPS.length, LINE = BACK + 1;
const EXPLAINED = {
  held: "holds the GIL", waiting: "waits for the GIL", native: "native code without the GIL",
  lock: "waits for a lock, a queue or a thread", io: "waits for files, sockets, processes", sleep: "sleeps",
};
const GROUP_OF = trace.states.map((name, code) =>
  code === 0 ? 0 : code === 1 ? 1 : name === "native" ? 2 : name === "sleep" ? 5
    : name === "io" || name === "process" ? 4 : ["tick", "interval", "favour", "yield"].includes(name) ? 1 : 3);
const FONT = "12px system-ui, sans-serif";

const chart = document.getElementById("chart");
const canvas = document.getElementById("canvas");
const context = canvas.getContext("2d");
const tip = document.getElementById("tip");
const view = { from: 0, to: Math.max(trace.length, 1) };
// `height` is that of all rows; the canvas is as high as the window at most, and stays in it when the page is scrolled.
let colours = {}, inks = [], rows = [], width = 0, height = 0, scale = 1;
// Where the spans of a row are coloured before they are put on the canvas, pixel by pixel; and of the columns that narrow
// spans share: which one, their first place and the place after their last.
let strip = null;

function time(nanoseconds) {
  const size = Math.abs(nanoseconds);
  if (size >= 1e9) return (nanoseconds / 1e9).toFixed(3) + " s";
  if (size >= 1e6) return (nanoseconds / 1e6).toFixed(3) + " ms";
  return (nanoseconds / 1e3).toFixed(2) + " µs";
}

// The first place, of those from `place` on, whose time is later. The times never fall. It is looked for near `place` first.
function firstLater(times, at, place = 0) {
  let low = place, step = 1;
  while (low + step <= times.length && times[low + step - 1] <= at) {
    low += step;
    step *= 2;
  }
  let high = Math.min(low + step - 1, times.length);
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle] <= at) low = middle + 1; else high = middle;
  }
  return low;
}

// A column of a flat list of numbers.
function column(list, size, offset) {
  const taken = new Float64Array(list.length / size);
  for (let place = 0; place < taken.length; place++) taken[place] = list[place * size + offset];
  return taken;
}

// For things that may lie in each other, in the order of their starts: the latest end so far, which never falls.
function latestEnds(list, size) {
  const ends = new Float64Array(list.length / size);
  let latest = 0;
  for (let place = 0; place < ends.length; place++) {
    latest = Math.max(latest, list[place * size] + list[place * size + 1]);
    ends[place] = latest;
  }
  return ends;
}

// What drawing and searching need of a lane: by span, its start, end and group, and the time before it by groups.
function prepare(lane) {
  const { spans } = lane, count = spans.length / SPAN;
  lane.starts = new Float64Array(count);
  lane.ends = new Float64Array(count);
  lane.groups = new Uint8Array(count);
  lane.sums = new Float64Array((count + 1) * GROUPS.length);
  const sums = new Float64Array(GROUPS.length);
  for (let place = 0, at = lane.start; place < count; place++) {
    const length = spans[place * SPAN], group = GROUP_OF[spans[place * SPAN + 1]];
    lane.starts[place] = at;
    lane.ends[place] = at += length;
    lane.groups[place] = group;
    sums[group] += length;
    lane.sums.set(sums, (place + 1) * GROUPS.length);
  }
  lane.taskEnds = latestEnds(lane.tasks, TASK);
  lane.noteEnds = latestEnds(lane.notes, NOTE);
}

function layOut() {
  context.font = FONT;
  let y = AXIS;
  for (const process of trace.processes) {
    process.handoffTimes = column(process.handoffs, HANDOFF, 0);
    process.top = y + HEAD;
    rows.push({ y, process, height: HEAD });
    y += HEAD;
    for (const lane of process.lanes) {
      prepare(lane);
      rows.push({ y, process, lane, height: ROW, name: fitted(lane.name, NAMES - 28) });
      y += ROW;
    }
    y += GAP;
  }
  height = y;
}

// A text that fits before the lanes.
function fitted(text, room) {
  if (context.measureText(text).width <= room) return text;
  while (text && context.measureText(text + "…").width > room) text = text.slice(0, -1);
  return text + "…";
}

// A colour as a pixel of a canvas's data has it.
function ink(colour) {
  const bytes = new Uint8Array([...[1, 3, 5].map(at => parseInt(colour.slice(at, at + 2), 16)), 255]);
  return new Uint32Array(bytes.buffer)[0];
}

function readColours() {
  const style = getComputedStyle(document.documentElement);
  for (const name of [...GROUPS, "back", "text", "faint", "line", "band", "task", "note", "arrow"])
    colours[name] = style.getPropertyValue("--" + name).trim();
  inks = [...GROUPS, "back", "line"].map(name => ink(colours[name]));
}

// Fits the canvas to the window; on paper it shows all rows.
function resize() {
  const paper = matchMedia("print").matches;
  scale = window.devicePixelRatio || 1;
  width = chart.clientWidth;
  chart.style.height = height + "px";
  const tall = Math.min(height, paper ? HIGHEST / scale : Math.max(window.innerHeight, 200));
  canvas.style.height = tall + "px";
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(tall * scale);
  context.setTransform(scale, 0, 0, scale, 0, 0);
  const columns = Math.max(1, Math.round((width - NAMES) * scale));
  const image = new ImageData(columns, Math.round((ROW - 2 * EDGE) * scale));
  const pixels = new Uint32Array(image.data.buffer), narrow = new Uint32Array(3 * columns);
  strip = { image, columns, tall: image.height, pixels, narrow };
  draw();
}

const toX = at => NAMES + (at - view.from) / (view.to - view.from) * (width - NAMES);
const toTime = x => view.from + (x - NAMES) / (width - NAMES) * (view.to - view.from);
// How far the rows have gone up behind the canvas.
const scrolled = () => canvas.offsetTop;

// Colours a column of the strip with the shares of spans in it, from top to bottom.
function colourShares(lane, place, next, at) {
  const { pixels, columns, tall } = strip, lines = tall / (lane.ends[next - 1] - lane.starts[place]);
  let above = 0, pixel = at;
  for (let group = 0; group < GROUPS.length; group++) {
    above += lane.sums[next * GROUPS.length + group] - lane.sums[place * GROUPS.length + group];
    const end = Math.round(above * lines) * columns;
    for (; pixel < end; pixel += columns) pixels[pixel] = inks[group];
  }
}

function drawSpans(lane, y, marks) {
  const { starts, ends, groups } = lane, { pixels, columns, tall, narrow } = strip;
  const density = columns / (view.to - view.from);
  pixels.fill(inks[BACK], 0, columns);
  for (const mark of marks) pixels[Math.min(mark, columns - 1)] = inks[LINE];
  // The first column that no narrow spans have taken, and how many columns they have.
  let free = 0, taken = 0, place = firstLater(ends, view.from);
  while (place < starts.length && starts[place] < view.to) {
    const left = (starts[place] - view.from) * density, right = (ends[place] - view.from) * density;
    if (right - left >= 1) {
      pixels.fill(inks[groups[place]], Math.max(Math.round(left), free), Math.min(Math.round(right), columns));
      place++;
      continue;
    }
    // All that end in this column share it in proportion to their times.
    const at = Math.max(Math.floor(left), free);
    if (at >= columns) break;
    const next = Math.max(firstLater(ends, view.from + (at + 1) / density, place), place + 1);
    narrow[taken++] = at;
    narrow[taken++] = place;
    narrow[taken++] = next;
    free = at + 1;
    place = next;
  }
  // All lines are as the first one but where narrow spans are.
  for (let line = 1; line < tall; line++) pixels.copyWithin(line * columns, 0, columns);
  for (let at = 0; at < taken; at += 3) colourShares(lane, narrow[at + 1], narrow[at + 2], narrow[at]);
  context.putImageData(strip.image, Math.round(NAMES * scale), Math.round((y + EDGE) * scale));
}

// Draws bars, of which those that lie in one pixel become one.
function drawBars(list, size, ends, y, gap, colour) {
  context.fillStyle = colour;
  let drawn = NAMES;
  for (let place = firstLater(ends, view.from); place < ends.length; place = firstLater(ends, toTime(drawn), place + 1)) {
    const left = Math.max(toX(list[place * size]), NAMES, drawn);
    if (left > width) break;
    const right = Math.max(toX(list[place * size] + list[place * size + 1]), left + 1);
    context.fillRect(left, y, Math.max(right - left - gap, 1), 3);
    drawn = right;
  }
}

function drawHandoffs(process) {
  const { handoffs, handoffTimes } = process;
  const first = firstLater(handoffTimes, view.from), end = firstLater(handoffTimes, view.to, first);
  // Arrows help only where there is room between them.
  if (end - first > (width - NAMES) / 8) return;
  const top = process.top - scrolled() + ROW / 2;
  context.strokeStyle = colours.arrow;
  context.beginPath();
  for (let place = first; place < end; place++) {
    const x = Math.round(toX(handoffTimes[place])) + 0.5;
    const start = top + ROW * handoffs[place * HANDOFF + 1], end = top + ROW * handoffs[place * HANDOFF + 2];
    const way = Math.sign(end - start);
    context.moveTo(x, start);
    context.lineTo(x, end);
    context.moveTo(x - 3, end - 5 * way);
    context.lineTo(x, end);
    context.lineTo(x + 3, end - 5 * way);
  }
  context.stroke();
}

// The round times of the axis: where they lie and what they are called.
function axisMarks() {
  const span = view.to - view.from, wanted = span / Math.max(1, (width - NAMES) / 110);
  const power = 10 ** Math.floor(Math.log10(wanted));
  const step = [1, 2, 5, 10].map(factor => factor * power).find(step => step >= wanted) || power;
  const [unit, name, digits] = span >= 2e9 ? [1e9, " s", 9] : [1e6, " ms", 6];
  const decimals = Math.max(0, digits - Math.floor(Math.log10(step)));
  const marks = [];
  for (let at = Math.ceil(view.from / step) * step; at <= view.to; at += step)
    marks.push({ x: Math.round(toX(at)), text: (at / unit).toFixed(decimals) + name });
  return marks;
}

function drawAxis(marks) {
  context.fillStyle = colours.back;
  context.fillRect(0, 0, width, AXIS);
  context.fillStyle = colours.faint;
  for (const { x, text } of marks) {
    const wide = context.measureText(text).width;
    context.fillText(text, Math.min(x - wide / 2, width - wide - 4), 14);
  }
  context.fillStyle = colours.line;
  for (const mark of marks) context.fillRect(mark.x, AXIS - 4, 1, 4);
}

function draw() {
  const up = scrolled(), tall = canvas.height / scale, marks = axisMarks();
  const shown = rows.filter(row => row.y + row.height > up && row.y < up + tall);
  context.font = FONT;
  context.fillStyle = colours.back;
  context.fillRect(0, 0, width, tall);
  context.fillStyle = colours.line;
  for (const mark of marks) context.fillRect(mark.x, AXIS, 1, tall);
  for (const row of shown) {
    const y = row.y - up;
    if (!row.lane) {
      context.fillStyle = colours.band;
      context.fillRect(0, y, width, HEAD - 2);
    }
    context.font = row.lane ? FONT : "600 " + FONT;
    context.fillStyle = row.lane ? colours.faint : colours.text;
    context.fillText(row.lane ? row.name : row.process.name, row.lane ? 18 : 8, y + (row.lane ? 17 : 14));
  }
  context.font = FONT;
  const lines = marks.map(mark => Math.round((mark.x - NAMES) * scale));
  for (const row of shown) if (row.lane) drawSpans(row.lane, row.y - up, lines);
  for (const { lane, y } of shown.filter(row => row.lane)) {
    drawBars(lane.tasks, TASK, lane.taskEnds, y - up + ROW - 4, 1, colours.task);
    drawBars(lane.notes, NOTE, lane.noteEnds, y - up + 1, 0, colours.note);
  }
  for (const process of new Set(shown.map(row => row.process))) drawHandoffs(process);
  drawAxis(marks);
}

// Draws with the next frame, once for all that happens before it.
let asked = 0;
function redraw() {
  asked ||= requestAnimationFrame(() => {
    asked = 0;
    draw();
  });
}

function zoom(factor, x) {
  const at = toTime(Math.max(x, NAMES));
  const span = Math.min(Math.max((view.to - view.from) * factor, 1000), Math.max(trace.length, 1));
  const share = (at - view.from) / (view.to - view.from);
  show(at - span * share, span);
}

function show(from, span) {
  view.from = Math.min(Math.max(from, 0), Math.max(trace.length - span, 0));
  view.to = view.from + span;
  redraw();
}

// The places of what covers a time, or lies as near to it as `near`, a few at most.
function covering(list, size, ends, at, near) {
  const found = [];
  for (let place = firstLater(ends, at - near); place < ends.length && list[place * size] <= at + near && found.length < 6; place++)
    if (list[place * size] + list[place * size + 1] > at - near) found.push(place * size);
  return found;
}

function described(row, at) {
  const lines = [], { starts, ends, spans, tasks, notes } = row.lane, place = firstLater(ends, at);
  if (place < ends.length && starts[place] <= at) {
    const [length, state, number, holder] = spans.slice(place * SPAN, (place + 1) * SPAN);
    const target = number ? " " + (row.process.targets[number - 1] || "#" + number) : "";
    const owner = row.process.lanes[holder - 1];
    lines.push(trace.states[state] + target + (owner ? " of " + owner.name : "") + ": " + time(length));
  }
  for (const task of covering(tasks, TASK, row.lane.taskEnds, at, 0)) lines.push("task " + tasks[task + 2] + ": " + time(tasks[task + 1]));
  const near = (view.to - view.from) / (width - NAMES) * 4;
  for (const note of covering(notes, NOTE, row.lane.noteEnds, at, near))
    lines.push(notes[note + 3] + " " + notes[note + 2].toLocaleString("en") + " bytes: " + time(notes[note + 1]));
  if (lines.length) lines.unshift(row.lane.name + ", " + time(at));
  return lines.join("\n");
}

function hover(event) {
  const box = chart.getBoundingClientRect(), x = event.clientX - box.left, y = event.clientY - box.top;
  const row = rows.find(row => y >= row.y && y < row.y + row.height);
  const text = row && row.lane && x >= NAMES ? described(row, toTime(x)) : "";
  tip.style.display = text ? "block" : "none";
  if (!text) return;
  tip.textContent = text;
  tip.style.left = Math.min(x + 14, width - tip.offsetWidth - 4) + "px";
  tip.style.top = Math.min(y + 14, height - tip.offsetHeight - 4) + "px";
}

canvas.addEventListener("wheel", event => {
  event.preventDefault();
  const x = event.clientX - canvas.getBoundingClientRect().left;
  if (Math.abs(event.deltaX) > Math.abs(event.deltaY)) show(view.from + event.deltaX / width * (view.to - view.from), view.to - view.from);
  else zoom(Math.exp(event.deltaY / 400), x);
}, { passive: false });

let drag = null;
canvas.addEventListener("pointerdown", event => {
  drag = { x: event.clientX, y: event.clientY, from: view.from, up: window.scrollY };
  canvas.setPointerCapture(event.pointerId);
});
canvas.addEventListener("pointerup", () => { drag = null; });
canvas.addEventListener("pointermove", event => {
  if (!drag) return hover(event);
  tip.style.display = "none";
  show(drag.from - (event.clientX - drag.x) / (width - NAMES) * (view.to - view.from), view.to - view.from);
  if (height > window.innerHeight) window.scrollTo(window.scrollX, drag.up - (event.clientY - drag.y));
});
canvas.addEventListener("pointerleave", () => { tip.style.display = "none"; });
canvas.addEventListener("keydown", event => {
  const span = view.to - view.from, middle = (NAMES + width) / 2;
  if (event.key === "+" || event.key === "=") zoom(0.7, middle);
  else if (event.key === "-") zoom(1 / 0.7, middle);
  else if (event.key === "0") show(0, Math.max(trace.length, 1));
  else if (event.key === "ArrowLeft") show(view.from - span / 8, span);
  else if (event.key === "ArrowRight") show(view.from + span / 8, span);
  else return;
  event.preventDefault();
});

function element(parent, name, text, type) {
  const made = parent.appendChild(document.createElement(name));
  if (text !== undefined) made.textContent = text;
  if (type) made.className = type;
  return made;
}

function fillTable() {
  const table = document.getElementById("totals");
  const head = element(element(table, "thead"), "tr");
  for (const title of ["thread", "life", ...GROUPS.map(group => ({ lock: "lock", io: "I/O" }[group] || group)), "ticks"]) element(head, "th", title);
  const body = element(table, "tbody");
  for (const process of trace.processes) {
    const row = element(body, "tr", undefined, "process");
    const dropped = process.dropped ? ", without its first " + process.dropped + " events" : "";
    element(row, "td", process.name + ", " + time(process.end - process.start) + dropped).colSpan = GROUPS.length + 3;
    for (const lane of process.lanes) {
      const line = element(body, "tr"), parts = [...lane.sums.slice(-GROUPS.length)];
      const life = parts.reduce((sum, part) => sum + part, 0);
      element(line, "td", lane.name);
      element(line, "td", time(life));
      for (const part of parts) element(line, "td", part ? time(part) + "  " + (100 * part / life).toFixed(1) + " %" : "");
      element(line, "td", lane.ticks.toLocaleString("en"));
    }
  }
}

function start() {
  const threads = trace.processes.reduce((sum, process) => sum + process.lanes.length, 0);
  const counted = (number, one, many) => number + " " + (number === 1 ? one : many);
  document.getElementById("summary").textContent = time(trace.length) + ", "
    + counted(trace.processes.length, "process", "processes") + ", " + counted(threads, "thread", "threads")
    + ". Ticks are instructions, counted up to where a thread last let go of the GIL.";
  const legend = document.getElementById("legend");
  for (const group of GROUPS) {
    const item = element(legend, "li");
    element(item, "i").style.background = "var(--" + group + ")";
    item.append(EXPLAINED[group]);
  }
  for (const [name, text] of [["task", "a task of a pool"], ["note", "bytes pickled, sent or received"]]) {
    const item = element(legend, "li");
    element(item, "i").style.cssText = "background: var(--" + name + "); height: 3px; vertical-align: 3px";
    item.append(text);
  }
  readColours();
  layOut();
  fillTable();
  resize();
}

matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { readColours(); redraw(); });
// Paper is light, and has no window.
matchMedia("print").addEventListener("change", () => { readColours(); resize(); });
addEventListener("resize", resize);
addEventListener("scroll", redraw);
start();
