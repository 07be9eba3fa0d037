export function ImportDialog({ onClose }: { readonly onClose: () => void }) {
  void onClose;
  return null;
}
