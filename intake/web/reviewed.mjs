// Marks of review (intake/locales/README.md). A mark names a sentence, holds it as it was reviewed, and says who did
// that, as a role, and on which day.

const fields = ["name", "reviewed_at", "reviewed_by", "sentence"];
const isDay = (text) => /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text;

export function whole(mark) {
  return Object.keys(mark).sort().join() === fields.join() && mark.reviewed_by.length >= 4 && isDay(mark.reviewed_at);
}

// The names of the sentences that stand today as they stood then: who changes a sentence takes its mark's force.
export function reviewed({ reviewed: marks, strings }) {
  return new Set(marks.filter((mark) => whole(mark) && strings[mark.name] === mark.sentence).map(({ name }) => name));
}
