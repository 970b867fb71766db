//! Numbers of languages, collections and entries, each kind a type of its own, and vectors that only the
//! numbers of their kind index.

use std::marker::PhantomData;
use std::ops::{Deref, DerefMut, Index, IndexMut};

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

/// The number of a thing among those of its kind.
pub trait Id: Copy {
    /// The number of the thing at a position, from 0.
    fn at(position: usize) -> Self;

    /// The position of the thing.
    fn position(self) -> usize;
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[derive(Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(usize);

        impl Id for $name {
            fn at(position: usize) -> Self {
                Self(position)
            }

            fn position(self) -> usize {
                self.0
            }
        }
    )*};
}

ids! {
    /// A language of the site, in the order of `site.yaml`.
    LanguageId
    /// A collection, in the order of their names; that of plain pages is the last.
    CollectionId
    /// An entry of the site, in the order of the paths that name them.
    EntryId
}

impl LanguageId {
    /// The first language of a site: there is one.
    pub const FIRST: Self = Self(0);
}

/// A value for each language of the site.
pub type ByLanguage<T> = IdVec<LanguageId, T>;

/// A value for each collection.
pub type ByCollection<T> = IdVec<CollectionId, T>;

/// A value for each entry.
pub type ByEntry<T> = IdVec<EntryId, T>;

/// A vector that is indexed by the ids of one kind. In everything else it is a slice.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    transparent,
    bound(serialize = "T: Serialize", deserialize = "T: Deserialize<'de>")
)]
pub struct IdVec<I, T> {
    values: Vec<T>,
    kind: PhantomData<fn(I)>,
}

impl<I: Id, T> IdVec<I, T> {
    /// The ids of its values, in order.
    pub fn ids(
        &self,
    ) -> impl DoubleEndedIterator<Item = I> + ExactSizeIterator + Clone + use<I, T> {
        (0..self.values.len()).map(I::at as fn(usize) -> I)
    }

    /// The values with their ids, in order.
    pub fn pairs(&self) -> impl DoubleEndedIterator<Item = (I, &T)> + ExactSizeIterator + Clone {
        let pairs = self.values.iter().enumerate();
        pairs.map(|(position, value)| (I::at(position), value))
    }

    /// The values with their ids, on all cores.
    pub fn par_pairs(&self) -> impl IndexedParallelIterator<Item = (I, &T)>
    where
        I: Send,
        T: Sync,
    {
        let pairs = self.values.par_iter().enumerate();
        pairs.map(|(position, value)| (I::at(position), value))
    }

    /// The values with their ids, in order.
    pub fn pairs_mut(&mut self) -> impl Iterator<Item = (I, &mut T)> {
        let pairs = self.values.iter_mut().enumerate();
        pairs.map(|(position, value)| (I::at(position), value))
    }

    /// The value of an id, where there is one.
    pub fn get(&self, id: I) -> Option<&T> {
        self.values.get(id.position())
    }

    /// The id of the first value that is as wanted.
    pub fn find(&self, is_wanted: impl FnMut(&T) -> bool) -> Option<I> {
        self.values.iter().position(is_wanted).map(I::at)
    }

    /// Adds a value, and gives its id.
    pub fn push(&mut self, value: T) -> I {
        self.values.push(value);
        I::at(self.values.len() - 1)
    }
}

impl<I, T> From<Vec<T>> for IdVec<I, T> {
    fn from(values: Vec<T>) -> Self {
        Self {
            values,
            kind: PhantomData,
        }
    }
}

impl<I, T> Default for IdVec<I, T> {
    fn default() -> Self {
        Vec::new().into()
    }
}

impl<I, T: std::fmt::Debug> std::fmt::Debug for IdVec<I, T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.values.fmt(f)
    }
}

impl<I, T> FromIterator<T> for IdVec<I, T> {
    fn from_iter<A: IntoIterator<Item = T>>(values: A) -> Self {
        Vec::from_iter(values).into()
    }
}

impl<I, T> IntoIterator for IdVec<I, T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.values.into_iter()
    }
}

impl<'v, I, T> IntoIterator for &'v IdVec<I, T> {
    type Item = &'v T;
    type IntoIter = std::slice::Iter<'v, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.values.iter()
    }
}

impl<'v, I, T> IntoIterator for &'v mut IdVec<I, T> {
    type Item = &'v mut T;
    type IntoIter = std::slice::IterMut<'v, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.values.iter_mut()
    }
}

impl<I, T> Deref for IdVec<I, T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.values
    }
}

impl<I, T> DerefMut for IdVec<I, T> {
    fn deref_mut(&mut self) -> &mut [T] {
        &mut self.values
    }
}

impl<I: Id, T> Index<I> for IdVec<I, T> {
    type Output = T;

    fn index(&self, id: I) -> &T {
        &self.values[id.position()]
    }
}

impl<I: Id, T> IndexMut<I> for IdVec<I, T> {
    fn index_mut(&mut self, id: I) -> &mut T {
        &mut self.values[id.position()]
    }
}
