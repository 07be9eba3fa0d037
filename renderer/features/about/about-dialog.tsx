export function AboutDialog({ onClose }: { readonly onClose: () => void }) {
  void onClose;
  return null;
}
