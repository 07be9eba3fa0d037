/**
 * The one place that imports zod, so that its configuration always comes first: `jitless`, because the window's
 * content security policy forbids generated code.
 */
import { z } from 'zod';

z.config({ jitless: true });

export { z };
