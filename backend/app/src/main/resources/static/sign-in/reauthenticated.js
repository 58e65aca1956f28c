// Tells the window that asked, then closes. Both ways lead only to pages of this very origin.
if (window.opener) {
  window.opener.postMessage('futari:reauthenticated', window.location.origin);
}
new BroadcastChannel('futari').postMessage('futari:reauthenticated');
window.close();
