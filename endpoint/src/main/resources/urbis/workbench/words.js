// The words of the workbench in the language of the page.
export const lang = document.documentElement.lang || "en";

const { default: texts } = await import(`./words-${lang}.js`);


/** The words for a key, with values in the places {0}, {1} and so on. */
export function word(key, ...values) {
  const text = texts[key];
  if (text === undefined) {
    throw new Error(`There are no words for ${key}`);
  }
  return text.replace(/\{(\d)\}/g, (place, index) => {
    const value = values[Number(index)];
    return typeof value === "number" ? number(value) : String(value);
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
