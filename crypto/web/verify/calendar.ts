// Days of the calendar, UTC, in their one spelling. As text they sort as days do.

import { refuse } from "../base/refusal.js";

export type Day = string;

export function parseDay(text: string): Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) refuse("malformed");
  const date = new Date(`${text}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text) refuse("malformed");
  return text;
}

// How many days since 1970.
export function dayNumber(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000;
}

export function plusDays(day: Day, n: number): Day {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + n);
  return date.toISOString().slice(0, 10);
}

export function dayOf(milliseconds: number): Day {
  return new Date(milliseconds).toISOString().slice(0, 10);
}

// A minute of the calendar, `YYYY-MM-DDTHH:MMZ`.
export type Minute = string;

export function parseMinute(text: string): Minute {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})Z$/.exec(text);
  if (match === null) refuse("malformed");
  parseDay(match[1] ?? "");
  if (Number(match[2]) > 23 || Number(match[3]) > 59) refuse("malformed");
  return text;
}

// How many minutes since 1970.
export function minuteNumber(minute: Minute): number {
  return Date.parse(minute.replace("Z", ":00Z")) / 60_000;
}
