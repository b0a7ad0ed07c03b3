// The answers of one message: under the titles of their questionnaire, each beside its question, and what does not fit
// marked where it stands.

import type { ComponentChildren } from "preact";
import type { Form, Question, Value, Values } from "../../../../intake/web/src/form/definition.js";
import { type Mark, marksAt, marksWithin } from "./marks.js";
import { answered, entryWords, optionWords, type Questionnaires, wordsOf } from "./questionnaires.js";
import { together } from "./received.js";
import { say } from "./words.js";

function Marks({ marks }: { marks: readonly Mark[] }) {
  return (
    <>
      {marks.map(({ sentence, option = "", most = 0 }) => (
        <p key={`${sentence} ${option}`} class="fault">{say(`mark.${sentence}`, { option, most })}</p>
      ))}
    </>
  );
}

function Pair({ question, children }: { question: string; children: ComponentChildren }) {
  return (
    <div class="answer">
      <dt dir="auto">{question}</dt>
      <dd>{children}</dd>
    </div>
  );
}

// One value, whatever it is: what a question does not expect is shown as it came.
function Said({ value, option }: { value: Value | undefined; option?: (one: string) => string }) {
  if (value === undefined) return null;
  if (typeof value === "string" && value !== "") return <div class="quoted" dir="auto">{option?.(value) ?? value}</div>;
  if (value.length === 0) return <p class="quiet">{say("answer.empty")}</p>;
  return (
    <ul class="chosen">
      {[...value].map((one, n) => (
        <li key={n} dir="auto">{typeof one === "string" ? (option?.(one) ?? one) : <AsItCame values={one} />}</li>
      ))}
    </ul>
  );
}

function AsItCame({ values, marks = [], where = "" }: { values: Values; marks?: readonly Mark[]; where?: string }) {
  return (
    <dl>
      {Object.entries(values).map(([id, value]) => (
        <Pair key={id} question={id}>
          <Said value={value} />
          <Marks marks={marksAt(marks, where + id)} />
        </Pair>
      ))}
    </dl>
  );
}

interface Shown {
  questionnaires: Questionnaires;
  questions: readonly Question[];
  path: string; // of their words
  values: Values;
  marks: readonly Mark[];
  where: string; // before their ids in a mark's place
}

function Entries({ questionnaires, questions, path, entries, marks, where }: Omit<Shown, "values"> & { entries: readonly Values[] }) {
  const said = (n: number): boolean => Object.keys(entries[n] ?? {}).length > 0 || marksWithin(marks, `${where}.${n}`).length > 0;
  const shown = [...Array(Math.max(entries.length, 1)).keys()].filter(said);
  return (
    <ol class="entries">
      {shown.map((n) => (
        <li key={n}>
          <p class="entry">{entryWords(questionnaires, path, n + 1)}</p>
          <Answers questionnaires={questionnaires} questions={questions} path={path} values={entries[n] ?? together()} marks={marks} where={`${where}.${n}.`} />
        </li>
      ))}
    </ol>
  );
}

function isEntries(value: Value | undefined): value is Values[] {
  return value === undefined || (Array.isArray(value) && value.every((one) => typeof one !== "string"));
}

function Answers({ questionnaires, questions, path, values, marks, where }: Shown) {
  const shown = questions.filter(({ id }) => id in values || marksWithin(marks, where + id).length > 0);
  const strange = Object.entries(values).filter(([id]) => !questions.some((question) => question.id === id));
  return (
    <>
      <dl>
        {shown.map((question) => {
          const { id } = question;
          const own = `${path}.${id}`;
          const value = values[id];
          const options = question.type === "one" || question.type === "many";
          return (
            <Pair key={id} question={wordsOf(questionnaires, own)}>
              {question.type === "list" && isEntries(value) ? (
                <Entries questionnaires={questionnaires} questions={question.of} path={own} entries={value ?? []} marks={marks} where={where + id} />
              ) : (
                <Said value={value} {...(options ? { option: (one: string) => optionWords(questionnaires, own, one) } : {})} />
              )}
              <Marks marks={marksAt(marks, where + id)} />
            </Pair>
          );
        })}
      </dl>
      {strange.length > 0 && <AsItCame values={Object.fromEntries(strange)} marks={marks} where={where} />}
    </>
  );
}

interface Props {
  questionnaires: Questionnaires;
  name: string | undefined; // "misconduct.1": the questionnaire of the case's report
  forms: readonly Form[]; // it, and the one after it, as far as they are known here
  given: Values;
  before: Values; // what the reporter had said until then
  first: boolean; // the report itself
}

export function AnswersView({ questionnaires, name = "", forms, given, before, first }: Props) {
  const [id = "", version = ""] = name.split(".");
  if (forms.length === 0) {
    return (
      <>
        <p class="fault">{say("answers.unknown", { form: name })}</p>
        <AsItCame values={given} />
      </>
    );
  }
  const { sections, strange } = answered(forms, given, before, first);
  const foreign = Object.keys(strange).map((place): Mark => ({ place, sentence: "unknown" }));
  const marked = sections.reduce((sum, { marks }) => sum + marks.length, foreign.length);
  return (
    <>
      {first && <p class="help">{say("answers.form", { form: wordsOf(questionnaires, `form.${id}`), version })}</p>}
      {marked > 0 && <p class="fault">{say("answers.marked", { n: marked })}</p>}
      {sections.map(({ form, section, given: values, marks }) => (
        <section key={`${form} ${section.id}`} class="answers">
          <h3>{wordsOf(questionnaires, `form.${form}.section.${section.id}`)}</h3>
          <Answers questionnaires={questionnaires} questions={section.questions} path={`form.${form}`} values={values} marks={marks} where="" />
        </section>
      ))}
      {foreign.length > 0 && (
        <section class="answers">
          <h3>{say("answers.strange")}</h3>
          <AsItCame values={strange} marks={foreign} />
        </section>
      )}
    </>
  );
}
