/** What went wrong, in one word. Text is never an error; only misuse is. */
export type ErrorCode = "bad_model" | "bad_lexicon" | "bad_option" | "bad_date" | "bad_marks";

/** The one error class of the library: a word for a code, and a sentence that says what to do. */
export class EntenteError extends Error {
  readonly code: ErrorCode;
  constructor(code: ErrorCode, message: string) {
    super(message);
    this.name = "EntenteError";
    this.code = code;
  }
}
