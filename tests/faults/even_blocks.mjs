// Whether two kinds of requests can be told apart by the time they take, from samples taken in blocks: in each
// block every kind is asked once, in an order drawn anew, so that whatever drifts (other programs, warm caches, the
// processor's clock) meets all kinds alike.
//
// The question to two kinds A and B is: in how many of N blocks was A slower? If nothing tells them apart it is
// half of them, give or take sqrt(N)/2, whatever shape the noise has. `score` counts in these: N(0, 1) if alike. A
// difference is called found from 4.5 on, which chance alone reaches once in 150 000 comparisons, so that a run that
// makes a few of them does not fail by chance. `resolution` is the smallest delay that is found when it is added to
// one of two kinds that are alike: how far this machine can see just now.

export const found = 4.5;

export function score(a, b) {
  let slower = 0;
  let decided = 0;
  for (let i = 0; i < a.length; i++) {
    if (a[i] === b[i]) continue;
    decided++;
    if (a[i] > b[i]) slower++;
  }
  return decided === 0 ? 0 : (2 * slower - decided) / Math.sqrt(decided);
}

// In milliseconds; Infinity when not even 50 ms are seen.
export function resolution(a, b) {
  for (let delay = 0.01; delay < 50; delay *= 1.25) {
    const delayed = a.map((time) => time + delay);
    if (score(delayed, b) >= found && score(b, delayed) <= -found) return delay;
  }
  return Infinity;
}

export function quantile(values, part) {
  return [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))];
}

// kinds: name -> what asks once. Times in milliseconds, by kind, one for each block.
export async function sample(kinds, blocks) {
  const times = Object.fromEntries(Object.keys(kinds).map((name) => [name, []]));
  const order = Object.keys(kinds);
  for (let block = -20; block < blocks; block++) { // the first ones warm everything up
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(Math.random() * (i + 1));
      [order[i], order[j]] = [order[j], order[i]];
    }
    for (const name of order) {
      const time = await kinds[name]();
      if (block >= 0) times[name].push(time);
    }
  }
  return times;
}
