/** Permissions are `domain.verb`; here are their names, in the order in which they are shown. */
import type { useText } from "../../words";
import type words from "../../words/settings";

type Text = ReturnType<typeof useText<(typeof words)["texts"]["zh"]>>;

export const DOMAINS = ["question", "ticket", "signal", "problem", "knowledge", "report", "intake", "settings", "account"] as const;
export const VERBS = ["read", "write", "admin"] as const;

type Domain = (typeof DOMAINS)[number];
type Verb = (typeof VERBS)[number];

const DOMAIN = { question: "domainQuestion", ticket: "domainTicket", signal: "domainSignal", problem: "domainProblem", knowledge: "domainKnowledge", report: "domainReport", intake: "domainIntake", settings: "domainSettings", account: "domainAccount" } as const;
const VERB = { read: "permissionRead", write: "permissionWrite", admin: "permissionAdmin" } as const;

export const domainName = (domain: Domain, t: Text): string => t(DOMAIN[domain]);
export const verbName = (verb: Verb, t: Text): string => t(VERB[verb]);

/** The permissions by domain, each with its verbs: one line a domain. */
export function byDomain(permissions: readonly string[]): { domain: Domain; verbs: Verb[] }[] {
  return DOMAINS.map((domain) => ({ domain, verbs: VERBS.filter((verb) => permissions.includes(`${domain}.${verb}`)) })).filter(({ verbs }) => verbs.length > 0);
}
