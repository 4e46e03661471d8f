/** The shapes of the server's answers by name, as its description of itself gives them. */
import type { components } from "./schema";

export type Schema<Name extends keyof components["schemas"]> = components["schemas"][Name];
