/*
 * All the script that readers get, some hundred bytes inline: plain texts, so that the headers of every page can name
 * their hashes (security-headers.mjs). Every page works without: the theme follows the system, and links load as links do.
 */

/** Before anything is painted: the reader's choice of theme. */
export const applyTheme = `try{var t=localStorage.theme;if(t)document.documentElement.dataset.theme=t}catch(e){}`;

/** At the end of the page: the theme buttons and the copy-link button, which are hidden where there is no script. */
export const wireButtons = `(function(d){
var r=d.documentElement,n=['system','light','dark'],bs=d.querySelectorAll('[data-theme-button]');
function show(){var t=r.dataset.theme||'system';bs.forEach(function(b){var s=b.dataset;b.hidden=false;b.lastElementChild.textContent=s[t];b.setAttribute('aria-label',s.themeButton.replace('{theme}',s[t]))})}
bs.forEach(function(b){b.onclick=function(){var t=n[(n.indexOf(r.dataset.theme||'system')+1)%3];if(t=='system')delete r.dataset.theme;else r.dataset.theme=t;try{t=='system'?localStorage.removeItem('theme'):localStorage.theme=t}catch(e){}show()}});show();
var c=d.querySelector('[data-copy-link]');
if(c&&navigator.clipboard){c.hidden=false;c.onclick=function(){navigator.clipboard.writeText(c.dataset.copyLink).then(function(){c.textContent=c.dataset.copied},function(){c.textContent=c.dataset.refused})}}
})(document)`;

/** Stories that were opened can be read offline (public/sw.js); the first page tells what it is made of. */
export const keepForOffline = `(function(w){
if(!w)return;
addEventListener('load',function(){var isFirst=!w.controller;w.register('/sw.js').then(function(){return isFirst&&w.ready}).then(function(r){if(r)r.active.postMessage([location.href].concat(performance.getEntriesByType('resource').map(function(e){return e.name})))},function(){})})
})(navigator.serviceWorker)`;

/** Pages that a reader is about to open are fetched ahead, where the browser knows how. */
export const speculationRules = JSON.stringify({
  prerender: [
    {
      where: {
        and: [{ href_matches: '/*' }, { not: { href_matches: '/search*' } }, { not: { href_matches: '/images/*' } }],
      },
      eagerness: 'moderate',
    },
  ],
});
