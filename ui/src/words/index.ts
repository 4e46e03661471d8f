/** Texts: a file per page beside this one, in both languages; the compiler holds the keys of one against the other. */
import i18next from "i18next";
import { initReactI18next, useTranslation } from "react-i18next";

export type Language = "zh" | "en";
/** A text of the server, complete in both languages. */
export type Words = Record<Language, string>;

/** Whether a value of unknown shape is a text in both languages. */
export const isWords = (value: unknown): value is Words =>
  typeof value === "object" && value !== null && "zh" in value && "en" in value && typeof value.zh === "string" && typeof value.en === "string";

type Texts = Record<string, string>;
type Keys<T> = Exclude<keyof T, `${string}_one`> & string;

/** The texts of one page: `key` is the name of the file. */
export interface Page<T extends Texts> {
  key: string;
  texts: { zh: T; en: Record<Keys<T>, string> & Texts };
}

const kept = localStorage.getItem("language");

void i18next.use(initReactI18next).init({
  lng: kept === "en" || kept === "zh" ? kept : navigator.language.startsWith("zh") ? "zh" : "en",
  fallbackLng: false,
  resources: {},
  interpolation: { escapeValue: false },
  returnEmptyString: false,
  react: { useSuspense: false },
});

/** Declare the texts of a page. In English `key_one` may stand beside `key` for a `count` of one. */
export function words<const T extends Texts>(key: string, texts: { zh: T; en: Record<Keys<T>, string> & Texts }): Page<T> {
  for (const language of ["zh", "en"] as const) i18next.addResourceBundle(language, key, plural(texts[language]));
  return { key, texts };
}

/** `t("key", { n: 3 })` in the reader's language; texts hold `{{n}}`. */
export function useText<T extends Texts>(page: Page<T>): (key: Keys<T>, values?: Record<string, unknown>) => string {
  const { t } = useTranslation(page.key);
  return (key, values) => t(key, values);
}

/** As `useText`, for what is told outside of drawing. */
export function textIn<T extends Texts>(page: Page<T>, language: Language): (key: Keys<T>, values?: Record<string, unknown>) => string {
  return i18next.getFixedT(language, page.key);
}

/** The reader's language, and the server's texts in it. */
export function useLanguage(): { language: Language; say: (text: Words | null | undefined) => string } {
  const { i18n } = useTranslation();
  const language = i18n.language as Language;
  return { language, say: (text) => text?.[language] ?? "" };
}

export function setLanguage(language: Language): void {
  localStorage.setItem("language", language);
  void i18next.changeLanguage(language);
}

export function currentLanguage(): Language {
  return i18next.language as Language;
}

i18next.on("languageChanged", mark);
mark(i18next.language);

function mark(language: string): void {
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
}

// i18next looks for key_other where a count is given.
function plural(texts: Texts): Texts {
  const more = Object.keys(texts).filter((key) => key.endsWith("_one")).map((key) => key.slice(0, -4));
  return { ...texts, ...Object.fromEntries(more.map((key) => [`${key}_other`, texts[key] ?? ""])) };
}
