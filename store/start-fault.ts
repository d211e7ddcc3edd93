/**
 * Why the program cannot start, in one sentence for the person at the terminal.
 * It is printed alone, without a stack; any other error at start is a bug and keeps its stack.
 */
export class StartFault extends Error {
  override readonly name = 'StartFault';
}
