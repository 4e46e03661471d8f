/** The ticket numbers in a text that somebody pasted: a column of a sheet, a list with commas of either language. */
export const numbersIn = (text: string): string[] => [...new Set(text.split(/[\s,，;；、]+/).filter(Boolean))];
