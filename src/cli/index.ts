/**
 * The command line: one file per command, and a shell around them that gives every command the same exit codes, formats
 * and manner of failing. Nothing below this floor reads arguments, writes to a terminal or chooses a native engine.
 */
export * from './command.ts';
export { type CommandTable, commands } from './commands.ts';
export * from './exit-code.ts';
export { runShell, type Terminal } from './shell.ts';
