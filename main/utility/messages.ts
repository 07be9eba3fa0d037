/** What the shell and the data process say to each other over parentPort. Ports of windows travel with `attach`. */
export type ToDataProcess =
  | {
      readonly type: 'start';
      readonly appVersion: string;
      readonly actorName: string;
      /** Files the person chose so far, by token. */
      readonly files: readonly (readonly [token: string, path: string])[];
      /** Office file to open again after a death; null opens none. */
      readonly reopen: string | null;
    }
  | { readonly type: 'attach'; readonly windowId: number }
  | { readonly type: 'grant'; readonly token: string; readonly path: string }
  | { readonly type: 'close' };

export type FromDataProcess =
  /** Answer to `start`: the service is there and the office file, if any, is open again. */
  | { readonly type: 'ready' }
  /** Answer to `grant`: requests may use the token now. */
  | { readonly type: 'granted'; readonly token: string }
  | { readonly type: 'office'; readonly path: string | null }
  | { readonly type: 'log'; readonly line: string };
