// Each program that runs for long from nothing to its first answer, and what it holds in memory when nobody asks it
// anything; each command from nothing to its end, saying how it is used.

import { readFileSync } from "node:fs";
import { get } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { Deployment } from "../../deployment/deployment.mjs";
import { Program } from "../../deployment/program.mjs";
import { median, print, printLoad } from "../lines.mjs";

const rounds = 9;

function status(url) {
  return new Promise((resolve, reject) => {
    get(url, { agent: false }, (answer) => answer.resume().on("end", () => resolve(answer.statusCode))).on("error", reject);
  });
}

function residentMiB(pid) {
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))[1]) / 1024;
}

// `says` finds host and port in what it prints.
async function measure(name, path, config, says) {
  const times = [];
  const memory = [];
  for (let round = -1; round < rounds; round++) { // the first reads the program from the disk, and is not counted
    const began = performance.now();
    const program = new Program(path, ["--config", config]);
    const address = (await program.says(says))[1];
    if ((await status(`http://${address}/`)) === undefined) throw new Error(`${name} does not answer`);
    const time = performance.now() - began;
    await pause(300);
    if (round >= 0) {
      times.push(time);
      memory.push(residentMiB(program.pid));
    }
    await program.stop();
  }
  print(`start_${name}_first_answer`, median(times), "ms");
  print(`start_${name}_idle_memory`, median(memory), "MiB");
}

// Its words are all it does: what is measured is loading the program.
async function measureCommand(name, path) {
  const times = [];
  for (let round = -1; round < rounds; round++) {
    const began = performance.now();
    await new Program(path, ["--help"]).ended;
    if (round >= 0) times.push(performance.now() - began);
  }
  print(`start_${name}_help`, median(times), "ms");
}

const listening = /listening on (\S+:\d+)/;
const deployment = await Deployment.create();
try {
  const server = (name) => measure(name, deployment.program(name), deployment.path(`${name}.toml`), listening);
  await server("intake");
  await server("reviewer");
  await deployment.start("intake");
  await deployment.startPlain();
  await deployment.stop("plain"); // its configuration is written
  await server("plain");
  await deployment.start("reviewer");
  await measure("desk", deployment.program("desk"), await deployment.deskConfig("clerk"), /open http:\/\/([^\s/]+)/);
  for (const name of ["report", "keys", "vault", "audit"]) await measureCommand(name, deployment.program(name));
  printLoad("start");
} finally {
  await deployment.remove();
}
