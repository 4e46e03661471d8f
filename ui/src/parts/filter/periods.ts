/** The periods that are offered, as the server reads them. */
export const PERIODS = {
  "last-4-weeks": "last4weeks",
  "last-8-weeks": "last8weeks",
  "last-13-weeks": "last13weeks",
  "last-26-weeks": "last26weeks",
  "last-52-weeks": "last52weeks",
  "last-30-days": "last30days",
  "this-month": "thisMonth",
  "last-month": "lastMonth",
  all: "allTime",
} as const;

export type Preset = keyof typeof PERIODS;

export const isPreset = (text: string): text is Preset => text in PERIODS;
