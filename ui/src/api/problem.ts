/** A refusal of the server (RFC 9457): what is wrong and what to do next, in both languages, under a stable code. */
import { isWords, type Words } from "../words";

export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly words: Words,
  ) {
    super(`${words.en} [${code}]`);
    this.name = "Problem";
  }

  /** From whatever an answer held that was no success. */
  static of(status: number, body: unknown): Problem {
    const document = typeof body === "object" && body !== null ? body : {};
    const code = "code" in document && typeof document.code === "string" ? document.code : `http-${status}`;
    const unexplained = {
      zh: `服务器返回了 ${status}，没有说明原因。请稍后重试。`,
      en: `The server answered ${status} without a reason. Try again later.`,
    };
    return new Problem(status, code, "details" in document && isWords(document.details) ? document.details : unexplained);
  }

  /** From anything that was thrown: a failed fetch has no answer at all. */
  static from(thrown: unknown): Problem {
    if (thrown instanceof Problem) return thrown;
    if (thrown instanceof TypeError && /fetch|network|load failed/i.test(thrown.message)) {
      return new Problem(0, "unreachable", { zh: "连接不到服务器。请检查网络后重试。", en: "The server cannot be reached. Check the network and try again." });
    }
    const text = thrown instanceof Error ? thrown.message : String(thrown);
    return new Problem(0, "page-failed", { zh: `页面出错：${text}`, en: `The page failed: ${text}` });
  }
}
