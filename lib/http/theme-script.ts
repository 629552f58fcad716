/**
 * Puts a page that is the same for everybody into the colours that this browser chose, before it is drawn. Its text is one
 * constant, so that the policy of each page can name its hash.
 */
export const THEME_SCRIPT = 'var m=/(?:^|; )heapwise\\.theme=(light|dark)(?:;|$)/.exec(document.cookie);if(m)document.documentElement.dataset.theme=m[1];';
