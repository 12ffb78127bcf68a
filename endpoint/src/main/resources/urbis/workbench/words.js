// The words of the workbench in the language of the page.
export const lang = document.documentElement.lang || "en";

const { default: texts } = await import(`./words-${lang}.js`);


const plurals = new Intl.PluralRules(lang);

/** What the language says with a number, of "one # row|other # rows", where # stands for it. */
function form(forms, value) {
  const byName = Object.fromEntries(forms.split("|").map((one) => [one.slice(0, one.indexOf(" ")), one.slice(one.indexOf(" ") + 1)]));
  return byName[plurals.select(value)] ?? byName.other;
}

/** The words for a key, with values in the places {0}, {1} and so on; {0:one # row|other # rows} has the form for the number. */
export function word(key, ...values) {
  const text = texts[key];
  if (text === undefined) {
    throw new Error(`There are no words for ${key}`);
  }
  return text.replace(/\{(\d)(?::([^}]*))?\}/g, (place, index, forms) => {
    const value = values[Number(index)];
    const said = typeof value === "number" ? number(value) : String(value);
    return forms === undefined ? said : form(forms, Number(value)).replace("#", () => said);
  });
}

/** A number as the language writes it, in the digits of the data, with so many decimals at most. */
export function number(value, decimals = 3) {
  return new Intl.NumberFormat(`${lang}-u-nu-latn`, { maximumFractionDigits: decimals }).format(value);
}

/** How well a tag of a language suits the reader: 0 is best. */
export function rank(tag) {
  const primary = (tag || "").split("-")[0];
  return primary === lang ? 0 : primary === "en" ? 1 : primary === "" ? 2 : 3;
}

/** Compares texts as the language sorts them, numbers in them by their size. */
export const collator = new Intl.Collator(lang, { numeric: true, sensitivity: "base" });
