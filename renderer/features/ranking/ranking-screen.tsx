export function RankingScreen() {
  return null;
}
