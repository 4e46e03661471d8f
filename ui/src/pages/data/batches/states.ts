/** The word for each state of an import. */
export const STATES = { done: "stateDone", running: "stateRunning", failed: "stateFailed", undone: "stateUndone" } as const;
