/**
 * Child processes for the scripts: run quietly and keep the output for the failure message, or hand over the terminal.
 * Must work on Node 20 without dependencies, because it runs before packages are installed.
 */
import { spawn, spawnSync } from 'node:child_process';
import { constants } from 'node:os';

/** Some tools say what is wrong first and print a page of help after it, others end with it. */
const keptHeadLines = 12;
const keptTailLines = 30;

export class CommandError extends Error {
  constructor(command, result) {
    const reason = result.signal ? `stopped by ${result.signal}` : `exit code ${result.code}`;
    super(`${command} (${reason})\n${shorten(result.output)}`);
    this.name = 'CommandError';
  }
}

/** Runs a command, collecting stdout and stderr together. Never rejects: the caller looks at `code`. */
export function collect(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
    let output = '';
    const keep = (chunk) => (output += chunk);
    child.stdout.setEncoding('utf8').on('data', keep);
    child.stderr.setEncoding('utf8').on('data', keep);
    child.on('error', (error) => resolve({ code: 127, signal: null, output: output + error.message }));
    child.on('close', (code, signal) => resolve({ code, signal, output }));
  });
}

/** Runs a command quietly; a non-zero exit rejects with the end of its output. */
export async function runQuietly(command, args, options) {
  const result = await collect(command, args, options);
  if (result.code !== 0) throw new CommandError([command, ...args].join(' '), result);
  return result.output;
}

/** Runs a command on this terminal and resolves with the exit code a shell would report. */
export function runOnTerminal(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options });
    // The terminal sends Ctrl+C to the whole group; a signal sent only to this script has to be passed on.
    const pass = (signal) => child.kill(signal);
    process.on('SIGTERM', pass).on('SIGINT', pass);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      process.off('SIGTERM', pass).off('SIGINT', pass);
      resolve(code ?? 128 + constants.signals[signal]);
    });
  });
}

export function hasCommand(name) {
  return spawnSync('sh', ['-c', `command -v ${name}`], { stdio: 'ignore' }).status === 0;
}

function shorten(text) {
  const lines = text.trimEnd().split('\n');
  if (lines.length <= keptHeadLines + keptTailLines) return lines.join('\n');
  return [...lines.slice(0, keptHeadLines), '…', ...lines.slice(-keptTailLines)].join('\n');
}
