/** One line of `npm run bench`: a measured value beside its peer from the same run. */
export interface BenchRow {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly peerName: string;
  readonly peerValue: number;
  /** value / peerValue: 1 means as fast as the peer (or exactly at a fixed limit). */
  readonly ratio: number;
  /** Largest acceptable ratio; null when the row is for information. */
  readonly target: number | null;
  /** Distance between the first and the third quartile of the repetitions, in `unit`. */
  readonly spread?: number;
  readonly peerSpread?: number;
  readonly repetitions?: number;
  /** Ratio of the fastest repetitions: what a busy computer distorts least. */
  readonly fastestRatio?: number;
}
