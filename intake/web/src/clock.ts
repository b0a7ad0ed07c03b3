// What day it is. The service says so in every challenge. This device's own clock may be off; it counts only where the
// service said nothing.

import { refuse } from "../../../crypto/web/base/refusal.js";
import { type Day, dayOf } from "../../../crypto/web/verify/calendar.js";

const apartFrom = 86_400_000; // milliseconds: a day
const last = Date.UTC(9999, 11, 31); // up to which days have their one spelling

export class Clock {
  private said: number | undefined; // milliseconds since 1970, as the service said
  private at = 0; // when it said so, by a clock that nobody sets
  private off = 0; // by how much this device differed then

  hear(seconds: number): void {
    if (seconds * 1000 > last) refuse("malformed");
    this.said = seconds * 1000;
    this.at = performance.now();
    this.off = Date.now() - this.said;
  }

  get device(): Day {
    return dayOf(Date.now());
  }

  // Undefined while the service said nothing.
  get service(): Day | undefined {
    return this.said === undefined ? undefined : dayOf(this.said + performance.now() - this.at);
  }

  get today(): Day {
    return this.service ?? this.device;
  }

  // Whether the two differ by a day or more. Which of them is wrong nobody can tell here.
  get apart(): boolean {
    return Math.abs(this.off) >= apartFrom;
  }
}
