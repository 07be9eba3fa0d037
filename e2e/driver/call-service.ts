import type { Page } from 'playwright';
import type { Input, MethodName, Output } from '#shared/contract/contract.ts';
import type { Desktop } from '#shared/contract/desktop.ts';
import type { AppError } from '#shared/contract/errors.ts';
import type { Result } from '#shared/util/result.ts';

const TEST_REQUEST_ID = 2_000_000_000;

/**
 * Asks the data service from inside the window, over a port the shell hands out, whatever the page shows. The page's own
 * client takes over the same port, so that it goes on working.
 */
export async function callService<M extends MethodName>(
  page: Page,
  method: M,
  input: Input<M>,
): Promise<Result<Output<M>, AppError>> {
  return page.evaluate(
    ({ method, input, id }) =>
      new Promise<Result<Output<M>, AppError>>((resolve) => {
        const onWindowMessage = (event: MessageEvent) => {
          const port = event.ports[0];
          if ((event.data as { type?: string }).type !== 'data-port' || port === undefined) return;
          window.removeEventListener('message', onWindowMessage);
          port.addEventListener('message', ({ data: reply }: MessageEvent<{ id?: number }>) => {
            if (reply.id === id) resolve(reply as unknown as Result<Output<M>, AppError>);
          });
          port.start();
          port.postMessage({ type: 'request', id, method, input });
        };
        window.addEventListener('message', onWindowMessage);
        (window as unknown as { desktop: Desktop }).desktop.connect();
      }),
    { method, input, id: TEST_REQUEST_ID },
  ) as Promise<Result<Output<M>, AppError>>;
}
