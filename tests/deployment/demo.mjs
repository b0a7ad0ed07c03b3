// ./parapet demo: an evaluation deployment on this machine, with sample reports, until Ctrl-C.
// --once: the whole round trip, then the end.

import { Deployment } from "./deployment.mjs";
import { answer, arrived, report, roundTrip } from "./round_trip.mjs";

const once = process.argv.includes("--once");
const say = (text) => console.log(text);

const samples = [
  ["tender", "A procurement officer split one order into four, so that no tender was needed. I saw the four papers on one day."],
  ["hours", "The head of unit signs hours for a colleague who has not been here since spring."],
  ["advice", "A supplier offered me a ticket to a match. How do I decline, and do I have to report it?"],
];

say("Making an evaluation deployment …");
const deployment = await Deployment.create();
let stop = () => undefined;
const stopped = new Promise((resolve) => (stop = resolve));
process.once("SIGINT", stop);
process.once("SIGTERM", stop);
try {
  await deployment.start("intake");
  await deployment.start("reviewer");
  if (once) {
    await roundTrip(deployment, (what) => say(`  ${what}`));
    say("The round trip is whole.");
  } else {
    let code = "";
    for (const [name, text] of samples) code = await report(deployment, name, text);
    const inbox = await arrived(deployment, "clerk", samples.length);
    await answer(deployment, "clerk", inbox.cases[0].case, "Thank you for telling us. We have read it and write again within a month.");
    await deployment.startPlain();
    const desk = await deployment.startDesk("clerk");
    say(`
  A reporter's page        ${deployment.origins.intake}
  The same without scripts ${deployment.origins.plain}
  A code to try there      ${code}
  The intake clerk's desk  ${desk.address}
  Its passphrase           ${await deployment.passphrase("clerk")}

This is a trial: all keys lie on this machine. Ctrl-C ends it and deletes everything.`);
    await stopped;
  }
} finally {
  await deployment.remove();
}
