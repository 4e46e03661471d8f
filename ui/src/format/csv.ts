/** A table as CSV that a spreadsheet opens without running what a customer typed. */

type Cell = string | number | boolean | null | undefined;

/** Lines end with CRLF and begin with a byte order mark, so that Excel reads Chinese. */
export function csv(rows: Cell[][]): string {
  return `\uFEFF${rows.map((row) => row.map(field).join(",")).join("\r\n")}\r\n`;
}

// A text that begins with one of these is a formula to a spreadsheet; a leading apostrophe makes it text.
function field(value: Cell): string {
  if (value == null) return "";
  if (typeof value !== "string") return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Hand a file to the reader's download folder. */
export function download(name: string, content: Blob | string): void {
  const blob = typeof content === "string" ? new Blob([content], { type: "text/csv;charset=utf-8" }) : content;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
