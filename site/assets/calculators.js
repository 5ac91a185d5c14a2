/* Computes what quorate.formula computes; the vectors of the catalog are run against both. */
(function () {
  'use strict';
  var LONGEST_MS = Math.pow(2, 63) / 1e6, YEAR_S = 365 * 86400;

  /* Upper quantile of the normal distribution: algorithm AS 241, Wichura 1988, doi:10.2307/2347330, relative error about 1e-16. */
  var CENTRE = [[2.5090809287301226727e+3, 3.3430575583588128105e+4, 6.7265770927008700853e+4, 4.5921953931549871457e+4, 1.3731693765509461125e+4, 1.9715909503065514427e+3, 1.3314166789178437745e+2, 3.3871328727963666080e+0],
    [5.2264952788528545610e+3, 2.8729085735721942674e+4, 3.9307895800092710610e+4, 2.1213794301586595867e+4, 5.3941960214247511077e+3, 6.8718700749205790830e+2, 4.2313330701600911252e+1, 1]];
  var NEAR = [[7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1, 1.27045825245236838258e+0, 3.64784832476320460504e+0, 5.76949722146069140550e+0, 4.63033784615654529590e+0, 1.42343711074968357734e+0],
    [1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2, 1.48103976427480074590e-1, 6.89767334985100004550e-1, 1.67638483018380384940e+0, 2.05319162663775882187e+0, 1]];
  var FAR = [[2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3, 2.65321895265761230930e-2, 2.96560571828504891230e-1, 1.78482653991729133580e+0, 5.46378491116411436990e+0, 6.65790464350110377720e+0],
    [2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5, 7.86869131145613259100e-4, 1.48753612908506148525e-2, 1.36929880922735805310e-1, 5.99832206555887937690e-1, 1]];
  function ratio(c, x) {
    function at(list) { return list.reduce(function (v, k) { return v * x + k; }, 0); }
    return at(c[0]) / at(c[1]);
  }
  function upperQuantile(tail) {
    var q = 0.5 - tail;
    if (Math.abs(q) <= 0.425) return q * ratio(CENTRE, 0.180625 - q * q);
    var r = Math.sqrt(-Math.log(q > 0 ? tail : 1 - tail)), z = r <= 5 ? ratio(NEAR, r - 1.6) : ratio(FAR, r - 5);
    return q > 0 ? z : -z;
  }

  function pauses(attempts, base, factor, most) {
    var sum = 0, pause = Math.min(base, most);
    for (var left = attempts - 1; left > 0; left--) { sum += pause; pause = Math.min(pause * factor, most); }
    return Math.min(sum, LONGEST_MS);
  }
  function downUnless(needed, down) {
    var up = [1];
    for (var k = 1; k < needed; k++) up.push(0);
    down.forEach(function (u) { for (var j = needed - 1; j >= 0; j--) up[j] = up[j] * u + (j > 0 ? up[j - 1] * (1 - u) : 0); });
    return up.reduce(function (a, b) { return a + b; }, 0);
  }
  function choose(n, k) {
    var ways = n < k ? 0 : 1;
    for (var i = 1; i <= Math.min(k, n); i++) ways = ways * (n - k + i) / i;
    return ways;
  }
  function sum(list) { return list.reduce(function (a, b) { return a + b; }, 0); }

  /* i: numbers by name; a list where several are taken; undefined where nothing was given. */
  var FORMULAS = {
    'majority': function (i) {
      var n = i.voters, quorum = Math.floor(n / 2) + 1, out = { quorum: quorum, tolerated: n - quorum };
      if (i.zones) out.survivable = i.zones.filter(function (held) { return n - held >= quorum; }).length;
      return out;
    },
    'read-write-quorum': function (i) {
      var out = { 'read-meets-write': Math.max(0, i.r + i.w - i.n), 'write-meets-write': Math.max(0, 2 * i.w - i.n), 'reads-tolerate': i.n - i.r, 'writes-tolerate': i.n - i.w };
      if (i.zones) {
        out['zones-reads-survive'] = i.zones.filter(function (held) { return held <= i.n - i.r; }).length;
        out['zones-writes-survive'] = i.zones.filter(function (held) { return held <= i.n - i.w; }).length;
      }
      return out;
    },
    'election-timing': function (i) {
      return { 'timeout-over-broadcast': i.shortest / i.broadcast, 'mtbf-over-timeout': i.mtbf * 3600000 / i.longest, leaderless: i.longest + i.broadcast };
    },
    'phi-accrual': function (i) {
      var tail = Math.pow(10, -i.phi);
      return { normal: i.mean + i.pause + i.deviation * upperQuantile(tail), exponential: i.phi * Math.log(10) * i.mean + i.pause, mistake: tail, 'between-mistakes': i.mean * Math.pow(10, i.phi) };
    },
    'swim': function (i) {
      var n = i.members, others = n - 1, rounds = i.lambda * Math.log(n);
      var probed = n === 2 ? 1 : -Math.expm1(others * Math.log1p(-1 / others)), left = others * Math.exp(-(2 - 1 / n) * rounds);
      return { 'first-detection': i.period / probed, 'first-detection-limit': i.period / -Math.expm1(-1), declared: i.period / probed + i.suspicion, dissemination: rounds * i.period, unheard: n * left / (1 + left) };
    },
    'retry-amplification': function (i) {
      var out = { calls: i.attempts.reduce(function (a, b) { return a * b; }, 1) };
      if (i.budget !== undefined) out['with-budget'] = i.attempts.reduce(function (a, b) { return a * Math.min(b, 1 + i.budget / 100); }, 1);
      return out;
    },
    'link-wait': function (i) {
      var paused = pauses(i.attempts, i.base, i.factor, i.most === undefined ? Infinity : i.most);
      var wait = Math.min(i.total === undefined ? Infinity : i.total, i.attempts * i['per-try'] + paused, LONGEST_MS), out = { pauses: paused, wait: wait };
      if (i.left !== undefined) out.margin = i.left - wait;
      return out;
    },
    'availability': function (i) {
      var down = i.parts.map(function (p) { return (100 - p) / 100; }), out = {};
      function put(name, share) { out[name] = 100 * (1 - share); out[name + '-down'] = share * YEAR_S; }
      put('series', -Math.expm1(sum(down.map(function (u) { return Math.log1p(-u); }))));
      put('parallel', down.reduce(function (a, b) { return a * b; }, 1));
      if (i.needed !== undefined) put('needed', downUnless(i.needed, down));
      return out;
    },
    'fan-out': function (i) {
      return { slow: -100 * Math.expm1(i.calls * Math.log1p(-i['slow-call'] / 100)), allowed: -100 * Math.expm1(Math.log1p(-i.target / 100) / i.calls) };
    },
    'replication-lag': function (i) {
      var risk = i.lag * i.writes, out = { 'at-risk': risk, margin: i.rpo - i.lag };
      if (i.applied !== undefined && (risk === 0 || i.applied > i.writes)) out['catch-up'] = risk === 0 ? 0 : risk / (i.applied - i.writes);
      return out;
    },
    'in-flight': function (i) {
      var held = i.rate * i.time / 1000, out = { 'in-flight': held, workers: held / (i.utilisation / 100) };
      if (i.timeout !== undefined) out.held = i.rate * i.timeout / 1000;
      return out;
    },
    'backlog': function (i) {
      var out = { wait: i.waiting / i.served };
      if (i.waiting === 0 || i.served > i.arriving) out.drain = i.waiting === 0 ? 0 : i.waiting / (i.served - i.arriving);
      return out;
    },
    'spare-capacity': function (i) {
      var z = i.domains, out = { total: i.peak * z / (z - 1), each: i.peak / (z - 1) };
      if (i.before !== undefined) out.after = i.before * z / (z - 1);
      return out;
    },
    'missed-heartbeats': function (i) {
      var out = { longest: i.interval * i.missed + i.delay, shortest: i.interval * (i.missed - 1) + i.delay };
      if (i.members !== undefined) out.messages = i.members * (i.members - 1) / i.interval;
      return out;
    },
    'shuffle-shards': function (i) {
      var all = choose(i.workers, i.each);
      return { choices: all, same: 100 / all, apart: 100 * choose(i.workers - i.each, i.each) / all, fixed: 100 * i.each / i.workers };
    },
    'error-budget': function (i) {
      var left = 1 - i.target / 100, rate = i.errors / 100 / left, out = { budget: left * i.days * 1440, 'burn-rate': rate };
      if (rate > 0) out['spent-after'] = i.days / rate;
      return out;
    },
    'cache-loss': function (i) {
      var missed = 1 - i.hits / 100, out = { factor: 1 / missed };
      if (i.requests !== undefined) out.before = i.requests * missed;
      return out;
    },
    'recovery': function (i) {
      var total = i.detect + i.decide + i.redirect + i['warm-up'], out = { total: total };
      if (i.objective !== undefined) out.margin = i.objective - total;
      return out;
    },
    'lease': function (i) {
      var share = i.drift / 100, anew = i.length * (1 + share);
      return { stops: i.length * (1 - share), 'granted-anew': anew, takeover: anew + i.retry };
    }
  };

  /* What one field alone cannot tell. */
  var TOGETHER = {
    'majority': function (i) { return i.zones && sum(i.zones) !== i.voters ? 'The voters of the zones add up to ' + sum(i.zones) + ', not to ' + i.voters + '.' : ''; },
    'read-write-quorum': function (i) {
      if (i.r > i.n || i.w > i.n) return 'R and W are at most N.';
      return i.zones && sum(i.zones) !== i.n ? 'The replicas of the zones add up to ' + sum(i.zones) + ', not to ' + i.n + '.' : '';
    },
    'shuffle-shards': function (i) { return i.each > i.workers ? 'A customer cannot have more workers than there are.' : ''; },
    'election-timing': function (i) { return i.shortest > i.longest ? 'The shortest timeout is above the longest.' : ''; },
    'availability': function (i) { return i.needed > i.parts.length ? 'More parts are needed than there are.' : ''; }
  };

  function show(value, digits) { return String(Number(value.toPrecision(digits))); }

  function read(field) {
    var text = field.value.trim(), set = field.dataset, range = 'from ' + set.min + ' to ' + set.max;
    if (!text) return set.optional !== undefined ? { value: undefined } : { wrong: set.label + ': write a number ' + range + '.' };
    var numbers = text.split(',').map(function (part) { return part.trim() ? Number(part) : NaN; });
    var fits = (numbers.length === 1 || set.many !== undefined) && numbers.every(function (n) {
      return isFinite(n) && n >= +set.min && n <= +set.max && (set.whole === undefined || n === Math.round(n));
    });
    if (!fits) return { wrong: set.label + ': write ' + (set.many !== undefined ? 'numbers ' : set.whole !== undefined ? 'a whole number ' : 'a number ') + range + (set.many !== undefined ? ', with commas between.' : '.') };
    return { value: set.many !== undefined ? numbers : numbers[0] };
  }

  function start(form, alone) {
    var id = form.dataset.calculator, fields = Array.prototype.slice.call(form.querySelectorAll('input')), wrong = form.querySelector('.wrong');
    function fill(params) { fields.forEach(function (f) { if (params.has(f.name)) f.value = params.get(f.name); }); }
    function compute() {
      var values = {}, messages = [];
      fields.forEach(function (f) {
        var got = read(f);
        if (got.wrong) { messages.push(got.wrong); f.setAttribute('aria-invalid', 'true'); } else f.removeAttribute('aria-invalid');
        values[f.name] = got.value;
      });
      var odd = !messages.length && TOGETHER[id] ? TOGETHER[id](values) : '';
      if (odd) messages.push(odd);
      var results = messages.length ? {} : FORMULAS[id](values);
      wrong.hidden = !messages.length;
      wrong.textContent = messages.join(' ');
      form.querySelectorAll('[data-output]').forEach(function (box) {
        var value = results[box.dataset.output];
        var words = value === undefined ? 'no value' : show(value, +box.dataset.digits), unit = box.dataset.unit;
        if (value !== undefined && unit) words += ' ' + (words === '1' ? unit.replace(/([a-z]{3})s$/, '$1') : unit);
        box.querySelector('dd').textContent = words;
      });
    }
    function keep() {
      var params = new URLSearchParams();
      fields.forEach(function (f) { params.set(f.name, f.value.trim()); });
      try { history.replaceState(null, '', location.pathname + location.search + '#' + id + ':' + params); } catch (e) { /* file: may refuse */ }
    }
    function fromHash() {
      if (location.hash.indexOf('#' + id + ':') !== 0) return false;
      fill(new URLSearchParams(location.hash.slice(id.length + 2)));
      return true;
    }
    form.addEventListener('submit', function (e) { e.preventDefault(); });
    /* Clearing or filling in by a tool may send a change alone. */
    ['input', 'change'].forEach(function (kind) { form.addEventListener(kind, function () { compute(); keep(); }); });
    window.addEventListener('hashchange', function () { if (fromHash()) compute(); });
    if (alone) fill(new URLSearchParams(location.search));
    form.hidden = false;
    if (fromHash()) form.parentNode.scrollIntoView();
    compute();
  }
  var forms = document.querySelectorAll('form[data-calculator]');
  forms.forEach(function (form) { if (FORMULAS[form.dataset.calculator]) start(form, forms.length === 1); });
  window.quorateFormulas = FORMULAS;
}());
