// How a reporter is spoken to: nothing has failed, nobody is ordered about, and safety is not promised. In every language.

import assert from "node:assert/strict";
import { test } from "node:test";
import { bare, catalogues, word } from "./catalogues.mjs";

const never = {
  en: word("fail(?:s|ed|ure)?|invalid|illegal|you must|you have to|you are required|error|burn|guarantee[ds]?|100 ?%"),
  fr: word("échecs?|échou\\p{L}*|invalides?|non valides?|vous devez|vous êtes tenue?|obligatoire|incorrecte?s?|interdite?s?|garanti\\p{L}*|100 ?%"),
  es: word("fall[oó]|fallad[oa]|fallar|fracas\\p{L}*|inválid[oa]s?|no válid[oa]s?|usted debe|debe usted|usted tiene que|obligatori[oa]s?|incorrect[oa]s?|prohibid[oa]s?|garantiz\\p{L}*|100 ?%"),
  ar: word("[وف]?(?:ال)?فشل|[وف]?فشلت|غير صالحة?|باطلة?|غير صحيحة?|[وف]?يجب عليكم|[وف]?يجب أن|[وف]?عليكم أن|إلزامي|ممنوع|نضمن|مضمونة?(?= (?:تماما|بالكامل))|100 ?%"),
};
const ordered = {
  en: ["Sending failed.", "You must choose one.", "You have to choose one.", "This is invalid.", "Guaranteed safe."],
  fr: ["L’envoi a échoué.", "Vous devez choisir.", "Code invalide.", "Réponse obligatoire.", "Sécurité garantie."],
  es: ["El envío falló.", "Usted debe elegir una.", "Código inválido.", "Respuesta obligatoria.", "Seguridad garantizada."],
  ar: ["فشل الإرسال.", "يجب عليكم الاختيار.", "رمز غير صالح.", "الجواب إلزامي.", "نضمن سلامتكم."],
};
// "You do not have to" takes a burden away.
const spoken = (sentence) => bare(sentence).replace(/\byou do not have to\b|\bdo you have to\b/gi, "");

for (const { language, strings } of catalogues) {
  test(`${language}: no sentence blames, orders or promises safety`, () => {
    const found = Object.entries(strings).filter(([, sentence]) => never[language].test(spoken(sentence)));
    assert.deepEqual(found.map(([name, sentence]) => `${name}: ${sentence}`), []);
  });

  test(`${language}: a sentence that does is found`, () => {
    for (const sentence of ordered[language]) assert.match(spoken(sentence), never[language]);
  });
}
