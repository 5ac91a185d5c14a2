/** Models in the language of LikeC4. */
package quorate.importer.likec4;
