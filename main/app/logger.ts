/**
 * The log of the shell: one line per event in userData/logs/app.log, the older half in app.1.log. The only user of
 * console in the product. Holds no scores and no names of people, only what happened to the program.
 */
import { appendFile, mkdir, rename, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

export interface Logger {
  info(line: string): void;
  warn(line: string): void;
  error(line: string): void;
  /** Resolves when everything said so far is in the file. */
  flush(): Promise<void>;
}

const MAX_BYTES = 1_000_000;
const MAX_LINE_CHARACTERS = 4_000;

/** Logs to `file`, moved aside once it is larger than `maxBytes`; `echo` repeats lines on the terminal. Never throws. */
export function createLogger(file: string, options: { echo: boolean; maxBytes?: number }): Logger {
  const maxBytes = options.maxBytes ?? MAX_BYTES;
  let waiting: string[] = [];
  let writing: Promise<void> = Promise.resolve();

  function say(level: string, line: string): void {
    const text = `${new Date().toISOString()} ${level} ${line.slice(0, MAX_LINE_CHARACTERS).replaceAll('\n', '\n  ')}`;
    // eslint-disable-next-line no-console -- the one place that may; elsewhere a line would never reach the file
    if (options.echo) console.error(text);
    waiting.push(`${text}\n`);
    // The first line of a burst takes the rest along.
    if (waiting.length === 1) writing = writing.then(write);
  }

  async function write(): Promise<void> {
    const text = waiting.join('');
    waiting = [];
    try {
      await mkdir(dirname(file), { recursive: true });
      await rotate();
      await appendFile(file, text);
    } catch {
      // A log that cannot be written must not stop the work.
    }
  }

  async function rotate(): Promise<void> {
    const size = await stat(file).then(
      (found) => found.size,
      () => 0,
    );
    if (size > maxBytes) await rename(file, file.replace(/\.log$/, '.1.log'));
  }

  return {
    info: (line) => say('info', line),
    warn: (line) => say('warn', line),
    error: (line) => say('error', line),
    flush: () => writing,
  };
}
