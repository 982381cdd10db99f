/** A command that was called wrongly: exit code 2, before anything is read. */
export class MisuseError extends Error {}
