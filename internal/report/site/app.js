// Everything here is an enhancement: each page reads, links and prints without it.
(function () {
  var root = document.documentElement, $ = function (s, e) { return Array.from((e || document).querySelectorAll(s)) };
  root.classList.add('js');

  // Theme: auto → light → dark. Storage may be refused on file://; then it lasts for the page.
  function get() { try { return localStorage.theme || '' } catch (e) { return root.dataset.theme || '' } }
  function set(v) {
    if (v) root.dataset.theme = v; else delete root.dataset.theme;
    try { localStorage.theme = v } catch (e) {}
    $('#theme').forEach(function (b) { b.textContent = 'Theme: ' + (v || 'auto') });
  }
  var q = new URLSearchParams(location.search).get('theme');
  set(q || get());
  $('#theme').forEach(function (b) {
    b.hidden = false;
    b.onclick = function () { set({ '': 'light', light: 'dark', dark: '' }[root.dataset.theme || '']) };
  });

  // Document page: notes beside their lines where there is a margin, inline where there is none.
  var wide = matchMedia('(min-width:56.25rem)'), notes = $('.note');
  function place() {
    if (!wide.matches) { notes.forEach(function (n) { n.style.top = '' }); return }
    var last = -1e9, tops = notes.map(function (n) {   // all is read before anything is written: one layout, not one a note
      var mark = document.getElementById(n.dataset.claim).getClientRects()[0], box = n.parentNode.getBoundingClientRect();
      var y = Math.max((mark || box).top, last + 6);
      last = y + n.offsetHeight;
      return y - box.top;
    });
    notes.forEach(function (n, i) { n.style.top = tops[i] + 'px' });
  }
  function close(link) {
    var n = document.getElementById(link.hash.slice(1));
    n.classList.remove('open'); link.setAttribute('aria-expanded', 'false');
    if (n.home) n.home.append(n);
  }
  function setup() {
    $('.text .cn[href^="#n"]').forEach(function (c) {
      if (c.closest('.note')) return;
      if (wide.matches) { if (c.getAttribute('aria-expanded') === 'true') close(c); c.removeAttribute('aria-expanded'); }
      else if (!c.hasAttribute('aria-expanded')) c.setAttribute('aria-expanded', 'false');
    });
    place();
  }
  if (notes.length) {
    $('.text .body .cn[href^="#n"]').forEach(function (c) {
      var n = document.getElementById(c.hash.slice(1));
      n.home = n.parentNode;
      c.addEventListener('click', function (e) {
        if (wide.matches) return;
        e.preventDefault();
        if (c.getAttribute('aria-expanded') === 'true') return close(c);
        c.parentNode.after(n); n.classList.add('open'); c.setAttribute('aria-expanded', 'true');
      });
      var m = document.getElementById(n.dataset.claim);
      [m, n].forEach(function (el) {
        el.addEventListener('mouseenter', function () { n.classList.add('lit') });
        el.addEventListener('mouseleave', function () { n.classList.remove('lit') });
      });
    });
    setup(); wide.addEventListener('change', setup);
    addEventListener('resize', place); addEventListener('load', place);
    if (document.fonts) document.fonts.ready.then(place);
  }

  // Ledger: filter and sort the rows that are there; the state is in the address.
  var find = document.querySelector('.find');
  if (find && window.SEARCH) {
    var list = document.querySelector('.results'), said = document.querySelector('.count');
    var look = function () {
      var words = find.elements.q.value.toLowerCase().split(/\s+/).filter(Boolean);
      var hits = !words.length ? [] : SEARCH.filter(function (e) { var t = (e.Words + ' ' + e.More).toLowerCase(); return words.every(function (w) { return t.includes(w) }) });
      said.textContent = words.length ? hits.length + ' found' : '';
      list.replaceChildren.apply(list, hits.slice(0, 200).map(function (e) {
        var li = document.createElement('li'), a = document.createElement('a'), k = document.createElement('span');
        a.href = e.Href; a.textContent = e.Words; k.className = 'muted small'; k.textContent = ' ' + e.Kind + (e.More ? ' · ' + e.More : '');
        li.append(a, k); return li;
      }));
    };
    find.hidden = false; find.oninput = look; find.onsubmit = function (e) { e.preventDefault() }; look();
  }

  // Maps and networks: buttons, Ctrl and wheel, and dragging where one is near. Signs keep their size by --s.
  $('svg.zoom').forEach(function (v) {
    var b = v.viewBox.baseVal, x0 = b.x, y0 = b.y, w0 = b.width, h0 = b.height, unit = +getComputedStyle(v).getPropertyValue('--s') || 1, from, moved;
    function keep(at, lo, room) { return Math.min(Math.max(at, lo), lo + room) }
    function go(f, cx, cy) {
      var w = Math.min(w0, Math.max(w0 / 12, b.width * f)), s = w / w0;
      b.x = keep(cx - (cx - b.x) * w / b.width, x0, w0 - w); b.y = keep(cy - (cy - b.y) * w / b.width, y0, h0 - h0 * s);
      b.width = w; b.height = h0 * s;
      v.style.setProperty('--s', unit * s); v.classList.toggle('near', s < .4); v.classList.toggle('drag', s < 1);
    }
    var tools = document.createElement('div'); tools.className = 'tools'; v.after(tools);
    [['Nearer', .6], ['Farther', 1 / .6], ['Whole', 99]].forEach(function (t) {
      var k = document.createElement('button'); k.type = 'button'; k.className = 'btn'; k.textContent = t[0]; tools.append(k);
      k.onclick = function () { go(t[1], b.x + b.width / 2, b.y + b.height / 2) };
    });
    function at(e) { var r = v.getBoundingClientRect(); return [b.x + (e.clientX - r.left) / r.width * b.width, b.y + (e.clientY - r.top) / r.height * b.height] }
    v.addEventListener('wheel', function (e) { if (e.ctrlKey) { e.preventDefault(); var p = at(e); go(e.deltaY > 0 ? 1.25 : .8, p[0], p[1]) } }, { passive: false });
    v.addEventListener('pointerdown', function (e) { moved = 0; if (v.matches('.drag')) { e.preventDefault(); from = at(e) } });
    addEventListener('pointermove', function (e) { if (!from) return; var p = at(e); moved = 1; b.x = keep(b.x + from[0] - p[0], x0, w0 - b.width); b.y = keep(b.y + from[1] - p[1], y0, h0 - b.height) });
    addEventListener('pointerup', function () { from = null });
    v.addEventListener('click', function (e) { if (moved) e.preventDefault() }, true);
  });

  // Long tables show their first rows and offer the rest; what is linked to is there, and print has all.
  function fold(t) {
    var rows = Array.from(t.tBodies).flatMap(function (b) { return Array.from(b.rows) }), n = 0, aim = document.getElementById(location.hash.slice(1));
    if (aim && t.contains(aim)) t.open = true;
    rows.forEach(function (r) {
      var cut = !r.hidden && !r.matches('.grp') && ++n > 40 && !t.open && !r.matches('.keep');
      r.classList.toggle('cutoff', cut);
    });
    if (!t.more && n > 40) {
      t.more = document.createElement('button'); t.more.type = 'button'; t.more.className = 'btn more';
      t.after(t.more);
      t.more.onclick = function () { t.open = true; fold(t) };
    }
    if (t.more) { t.more.hidden = t.open || n <= 40; t.more.textContent = 'Show all ' + n; }
  }
  addEventListener('beforeprint', function () { $('details').forEach(function (d) { d.open = true }) });
  var tables = $('main table').filter(function (t) { return !t.closest('.text') });
  tables.forEach(fold);
  addEventListener('hashchange', function () { tables.forEach(fold); if (location.hash) { var e = document.getElementById(location.hash.slice(1)); if (e) e.scrollIntoView() } });

  var table = document.querySelector('.ledger'), form = document.querySelector('.filters');
  if (table && form) {
    var body = table.tBodies[0], rows = $('tr', body), count = document.querySelector('.count');
    rows.forEach(function (r, i) { r.n = i; r.t = r.textContent.toLowerCase() });
    var filter = function () {
      var f = new FormData(form), words = (f.get('q') || '').toLowerCase().split(/\s+/), n = 0, p = new URLSearchParams();
      f.forEach(function (v, k) { if (v) p.set(k, v) });
      rows.forEach(function (r) {
        var ok = words.every(function (w) { return r.t.includes(w) }) &&
          ['kind', 'bound', 'doc'].every(function (k) { return !f.get(k) || r.dataset[k] === f.get(k) }) &&
          (!f.get('thread') || r.dataset.thread);
        r.hidden = !ok; if (ok) n++;
      });
      count.textContent = n === rows.length ? 'All ' + n + ' figures' : n + ' of ' + rows.length + ' figures';
      document.querySelector('.empty').hidden = n > 0; fold(table);
      try { history.replaceState(null, '', (p + '' ? '?' + p : location.pathname) + location.hash) } catch (e) {}
    };
    var sort = function (th, dir) {
      var i = th.cellIndex;
      $('th', table.tHead).forEach(function (h) { h.removeAttribute('aria-sort') });
      th.setAttribute('aria-sort', dir > 0 ? 'ascending' : 'descending');
      var key = function (r) { var c = r.cells[i]; return c.dataset.s !== undefined ? +c.dataset.s : c.textContent.trim().toLowerCase() };
      rows.slice().sort(function (a, b) {
        var x = key(a), y = key(b), xe = x === '' || x !== x, ye = y === '' || y !== y;
        if (xe || ye) return xe - ye || a.n - b.n;   // what is not known goes last, both ways
        return (x < y ? -dir : x > y ? dir : 0) || a.n - b.n;
      }).forEach(function (r) { body.append(r) });
      fold(table);
    };
    $('button', table.tHead).forEach(function (b) {
      b.onclick = function () { var th = b.closest('th'); sort(th, th.getAttribute('aria-sort') === 'ascending' ? -1 : 1) };
    });
    new URLSearchParams(location.search).forEach(function (v, k) { var el = form.elements[k]; if (el) { if (el.type === 'checkbox') el.checked = true; else el.value = v } });
    form.hidden = false; form.oninput = filter; form.onreset = function () { setTimeout(filter) }; form.onsubmit = function (e) { e.preventDefault() };
    filter();
  }
})();
