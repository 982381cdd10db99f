import type { Span } from "./span.js";

export type Severity = "information" | "warning";

/** Something a reader of the result should know, beside the result. Codes are listed in `docs/diagnostics.md`. */
export interface Diagnostic extends Span {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
}
