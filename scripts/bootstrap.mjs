/**
 * Sets everything up without starting anything: `node scripts/bootstrap.mjs [packages | window | tests]`.
 * The npm scripts call the same steps by themselves; this is for preparing an image or a computer ahead of time.
 */
import { setUp } from './lib/setup.mjs';

await setUp(process.argv[2] ?? 'window');
