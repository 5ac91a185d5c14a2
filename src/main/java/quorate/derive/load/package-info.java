/** Loops by which load keeps itself up after its cause is gone: metastable failures (Bronson and others 2021). */
package quorate.derive.load;
