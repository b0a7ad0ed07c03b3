// The one form of a printed figure, as measure.h has it.

import { readFileSync } from "node:fs";

export function print(name, value, unit) {
  console.log(`${name} = ${value.toFixed(value < 100 ? 2 : 0)} ${unit}`);
}

export function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

// How many processes want a core: figures taken while others work are worth less.
export function printLoad(name) {
  print(`${name}_machine_load`, Number(readFileSync("/proc/loadavg", "utf8").split(" ")[0]), "processes");
}
